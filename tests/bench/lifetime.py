#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A history of 100 000 sessions and 100 000 daily numbers, put into the tables of a new one.

    lifetime.py PROGRAM FOLDER [--years N] [--seed N]

Over many years there is one number a day; over few there are several of one day, as histories that
were joined have them. A plan is in force throughout, another version of it each year.
"""

import argparse
import datetime
import glob
import os
import random
import sqlite3
import subprocess
import sys
import uuid

SESSIONS = NUMBERS = 100000
DAY_S = 86400
LAST = datetime.date(2026, 11, 20)
ROUTINES = [("breath-box", "breathing", 270000), ("relax-face-let-go", "meditation", 300000),
            ("nmr-smile-eyes-open", "nmr", 180000), ("breath-calm", "breathing", 210000),
            ("warm-compress", "compress-warm", 1000000), ("med-body-scan", "meditation", 540000)]
PLAN = """format = 1; id = "{id}"; title = "A plan"; author = "A. Therapist"; by = "therapist";
from = "{begins}"; profile = {{ condition = [ "hfs" ]; affected = "left"; }};
items = ( {{ routine = "breath-box"; per_day = {often}; }},
          {{ routine = "relax-face-let-go"; per_day = 1; days = [ "mon", "wed", "fri" ]; }},
          {{ routine = "nmr-smile-eyes-open"; per_day = 2; side = "left"; }} );
"""


def number(day):
    return (day - datetime.date(1970, 1, 1)).days


class Lifetime:
    def __init__(self, years, seed):
        self.random = random.Random(seed)
        self.last = number(LAST)
        self.days = min(int(years * 365.25), self.last + number(datetime.date(1970, 1, 1)) + 700000)
        self.first = self.last - self.days + 1

    def name(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def moments(self, count):
        """Evenly over the days, (day, second of it), in order."""
        return [(self.first + i * self.days // count, self.random.randint(5 * 3600, DAY_S - 1))
                for i in range(count)]

    def sessions(self):
        pick = self.random
        chain, members = None, 0
        for day, second in self.moments(SESSIONS):
            routine, category, planned = pick.choice(ROUTINES)
            started = day * DAY_S + second - 3600
            complete = pick.random() < 0.85
            played = planned if complete else planned // 3
            if members == 0 and pick.random() < 0.05:
                chain, members = self.name(), 3
            rated = pick.random() < 0.3
            yield (self.name(), chain if members else None, routine, "A title of usual length",
                   category, pick.choice(["left", "right", None]) if category == "nmr" else None,
                   "ticked" if pick.random() < 0.05 else "played", started, 60,
                   started + played // 1000, 60, "complete" if complete else "partial",
                   "complete" if complete else "interrupted", planned, played, "0-%d" % played,
                   played, pick.randint(0, 10) if rated else None,
                   pick.randint(0, 10) if rated else None, started, 60)
            members = max(0, members - 1)

    def numbers(self):
        for day, second in self.moments(NUMBERS):
            at = day * DAY_S + second - 3600
            yield (self.name(), at, 60, min(10, max(0, round(self.random.gauss(5, 2)))),
                   self.random.choice([None, 1, 2, 3]), self.random.choice([None, "left"]),
                   self.random.choice([None, "upper-lid,cheek"]), at, 60)

    def plans(self):
        versions = min(40, self.days // 365)
        for i in range(versions):
            begins = self.first + i * self.days // versions
            day = datetime.date(1970, 1, 1) + datetime.timedelta(days=max(begins, -600000))
            text = PLAN.format(id="weeks", begins=day.isoformat(), often=1 + i % 3)
            yield (self.name(), i + 1, "weeks", text, begins * DAY_S + 40000, 60)

    def store(self, path):
        database = sqlite3.connect(path)
        with database:
            database.executemany(
                "INSERT INTO sessions (id, chain, routine, title, category, side, source, anyway,"
                " started_s, started_offset_min, seen_s, seen_offset_min, status, ended,"
                " planned_ms, played_ms, played, position_ms, section, rated_before, rated_after,"
                " changed_s, changed_offset_min) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?,"
                " ?, ?, ?, ?, 0, ?, ?, ?, ?)", self.sessions())
            database.executemany(
                "INSERT INTO ratings (id, at_s, at_offset_min, twitch, severity, side, regions,"
                " changed_s, changed_offset_min) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                self.numbers())
            database.executemany(
                "INSERT INTO plans (id, turn, plan, text, at_s, at_offset_min)"
                " VALUES (?, ?, ?, ?, ?, ?)", self.plans())
        database.close()


def make(program, folder, years, seed):
    """The history of a person in FOLDER. The program makes its tables, and afterwards the copy of
    the day, without which nobody's folder is for long."""
    def ask(question):
        subprocess.run([program, "--data", folder, "--now", "2026-11-21T08:00:00+01:00", "log",
                        "question", question], check=True)

    os.makedirs(folder, exist_ok=True)
    ask("How long has it been?")
    Lifetime(years, seed).store(os.path.join(folder, "history.db"))
    ask("And how long will it be?")
    if not glob.glob(os.path.join(folder, "backups", "history-2*.db")):
        sys.exit(f"{folder}: the program made no copy of the day")


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("program")
    reader.add_argument("folder")
    reader.add_argument("--years", type=float, default=274)
    reader.add_argument("--seed", type=int, default=1)
    options = reader.parse_args()
    make(os.path.abspath(options.program), options.folder, options.years, options.seed)


if __name__ == "__main__":
    main()
