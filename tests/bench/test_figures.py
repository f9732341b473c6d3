#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether the measurements come to the right figures, on data whose answer is known."""

import os
import subprocess
import threading
import time
import unittest

import figures
import process
from figures import Figure

FRAME = 1 / 60


def every(seconds, count, first=100.0):
    return [first + seconds * i for i in range(count)]


class ReadingTheLog(unittest.TestCase):
    LINES = ["start 10.000000 1440 920\n", "drawn 10.100000 0 0 1440 920\n", "map 10.200000 1282 825\n",
             "drawn 10.300000 80 60 10 20\n", "content 10.400000\n", "drawn 10.500000 80 60 10 2"]

    def test_every_kind_of_line(self):
        log = figures.Log(self.LINES)
        self.assertEqual((log.start, log.content), (10.0, 10.4))
        self.assertEqual(log.maps, [(10.2, 1282, 825)])
        self.assertEqual(log.drawn, [(10.1, 1440 * 920), (10.3, 200)])

    def test_a_line_cut_off_is_left_out(self):
        self.assertEqual(figures.Log(["start 10.0 1440 920\n", "content 10."]).content, None)
        self.assertEqual(figures.Log(["drawn 10.0 1 2\n", "\n"]).drawn, [])

    def test_nothing(self):
        log = figures.Log([])
        self.assertEqual((log.start, log.content, log.maps, log.drawn), (None, None, [], []))


class Frames(unittest.TestCase):
    def test_pieces_that_follow_at_once_are_one_frame(self):
        drawn = [(1.000, 5), (1.001, 5), (1.003, 5), (1.0167, 5), (1.0333, 5), (1.0350, 5)]
        self.assertEqual(figures.frames(drawn), [1.000, 1.0167, 1.0333])

    def test_a_stream_of_pieces_is_cut_by_its_first(self):
        # Each is near the one before; none may make its frame longer without end.
        self.assertEqual(figures.frames([(i * 0.003, 1) for i in range(5)]), [0, 0.006, 0.012])

    def test_only_the_time_wanted(self):
        drawn = [(time, 1) for time in every(0.1, 10, 1.0)]
        self.assertEqual(len(figures.frames(drawn, 1.25, 1.55)), 3)

    def test_even_movement(self):
        moved = figures.movement(every(FRAME, 601))
        self.assertEqual((moved["count"], moved["late"]), (600, 0))
        for key in ("p50", "p95", "p99", "max"):
            self.assertAlmostEqual(moved[key], 1000 / 60, 3)
        self.assertAlmostEqual(moved["fps"], 60, 3)

    def test_late_frames_are_counted(self):
        times = every(FRAME, 100)
        times += every(FRAME, 100, times[-1] + 0.030)
        moved = figures.movement(times)
        self.assertEqual((moved["count"], moved["late"]), (199, 1))
        self.assertAlmostEqual(moved["max"], 30, 3)
        self.assertAlmostEqual(moved["late_percent"], 100 / 199, 6)

    def test_holds_are_no_late_frames(self):
        # Four seconds that move, then four in which a number changes once a second.
        times = every(FRAME, 240)
        times += every(1.0, 4, times[-1] + 0.8)
        times += every(FRAME, 240, times[-1] + 0.9)
        moved = figures.movement(times)
        self.assertEqual((moved["count"], moved["late"]), (478, 0))

    def test_a_number_soon_after_the_movement_is_no_late_frame(self):
        times = every(FRAME, 240)
        times.append(times[-1] + 0.2)
        self.assertEqual(figures.movement(times)["late"], 0)
        times = every(FRAME, 240, 10.2)
        self.assertEqual(figures.movement([10.0] + times)["late"], 0)

    def test_a_few_frames_are_no_movement(self):
        self.assertIsNone(figures.movement(every(FRAME, figures.STRETCH_LEAST)))
        self.assertIsNotNone(figures.movement(every(FRAME, figures.STRETCH_LEAST + 1)))
        self.assertIsNone(figures.movement(every(1.0, 200)))
        self.assertIsNone(figures.movement([]))


class Statistics(unittest.TestCase):
    def test_quantiles_by_nearest_rank(self):
        values = list(range(100, 0, -1))
        self.assertEqual([figures.quantile(values, share) for share in (0, 0.5, 0.95, 0.99, 1)],
                         [1, 50, 95, 99, 100])
        self.assertEqual(figures.quantile([7], 0.99), 7)
        self.assertEqual(figures.quantile([1, 2, 3], 0.5), 2)

    def test_context_switches(self):
        before = {"10": 5, "11": 100, "12": 3}
        after = {"10": 7, "12": 3, "13": 4}  # 11 has ended, 13 is new
        self.assertEqual(figures.switches_between(before, after), 6)
        self.assertEqual(figures.switches_between(before, before), 0)


class TheTable(unittest.TestCase):
    def test_ratio_and_limit(self):
        self.assertIs(Figure("start", 90, 50, most=1.8, of_floor=True).held(), True)
        self.assertIs(Figure("start", 91, 50, most=1.8, of_floor=True).held(), False)
        self.assertIs(Figure("p99", 20, 1, most=20).held(), True)
        self.assertIs(Figure("p99", 20.1, 18, most=20).held(), False)
        self.assertIsNone(Figure("fps", 60, 60).held())

    def test_a_floor_of_nothing_has_no_ratio(self):
        figure = Figure("late", 3, 0, most=1, of_floor=True)
        self.assertEqual((figure.ratio(), figure.held()), (None, None))
        self.assertIsNone(Figure("list", 3).ratio())

    def test_a_machine_too_busy_to_tell(self):
        self.assertIsNone(Figure("p99", 21, 20.5, most=20).held())
        self.assertIs(Figure("p99", 19, 20.5, most=20).held(), True)
        self.assertEqual(Figure("p99", 21, 20.5, most=20).cells()[5], "?")

    def test_nothing_is_a_figure_too(self):
        figure = Figure("switches", 0, 0, digits=0, most=4)
        self.assertIs(figure.held(), True)
        self.assertEqual(figure.cells()[1:3], ["0", "0"])
        self.assertEqual(Figure("late", 0.0, 2.0).ratio(), 0)

    def test_columns_stand_under_each_other(self):
        lines = list(figures.table([
            Figure("start, ms", 90.04, 50, most=1.8, of_floor=True, load=1.25),
            Figure("a much longer name", 1234, digits=0),
            Figure("late", 2, 1, most=1)]))
        self.assertEqual(lines, [
            "figure              repose  floor    xF  at most  kept  load",
            "start, ms             90.0   50.0  1.80   1.8 xF    NO   1.2",
            "a much longer name    1234      -     -",
            "late                   2.0    1.0  2.00        1    NO"])

    def test_what_is_written_to_the_file(self):
        written = Figure("start", 90, 60, most=1.8, of_floor=True, load=0.5).as_json()
        self.assertEqual(written, {"name": "start", "repose": 90, "floor": 60, "ratio": 1.5,
                                   "most": 1.8, "of_floor": True, "held": True, "load": 0.5})


class TheKernel(unittest.TestCase):
    def test_the_clock_of_another_process(self):
        child = subprocess.Popen(["sleep", "60"])
        try:
            self.assertLess(process.cpu_seconds(child.pid), 1)
        finally:
            child.kill()
            child.wait()
        # Ours counts a thread that has ended, too.
        before = process.cpu_seconds(os.getpid())
        worker = threading.Thread(target=lambda: sum(range(300000)))
        worker.start()
        worker.join()
        self.assertGreater(process.cpu_seconds(os.getpid()), before)
        self.assertAlmostEqual(process.cpu_seconds(os.getpid()), time.process_time(), 1)

    def test_switches_count_every_sleep(self):
        before = process.switches(os.getpid())
        for _ in range(5):
            time.sleep(0.001)
        self.assertGreaterEqual(figures.switches_between(before, process.switches(os.getpid())), 5)

    def test_memory(self):
        before, own_before, all_before = process.memory_mib(os.getpid())
        held = b"x" * (32 << 20)
        after, own_after, all_after = process.memory_mib(os.getpid())
        self.assertGreater(len(held), 0)
        self.assertGreater(after - before, 30)
        self.assertGreater(own_after - own_before, 30)
        self.assertGreater(all_after - all_before, 30)
        self.assertTrue(own_after <= after <= all_after, (own_after, after, all_after))

    def test_processors_are_busy(self):
        before, until = process.busy_seconds(), process.cpu_seconds(os.getpid()) + 0.05
        while process.cpu_seconds(os.getpid()) < until:
            pass
        self.assertGreater(process.busy_seconds(), before)


if __name__ == "__main__":
    unittest.main()
