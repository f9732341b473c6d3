# SPDX-License-Identifier: MIT
"""A simulated year through the real program, and every figure of it worked out a second time.

    year.py REPOSE FOLDER SEED

Plans, their pauses and treatments are entered by commands on the days on which they happen; what was
played, rated and told (tests/year_diary.py) goes into the history's tables, as an import would bring
it. Then `stats --json` of many ranges, and as of many days, is held against tests/year_figures.py and
tests/year_signs.py. Prints what differs, and on how many days each sign was raised; exit 1 when
anything differs.
"""

import datetime
import json
import os
import random
import sqlite3
import subprocess
import sys
import uuid

import year_diary as diary
import year_figures as figures
import year_plans
import year_signs as signs

DAY_S = 86400
MINUTE_MS = 60000
NOW = "2026-11-21T14:30:00"
FIRST = datetime.date(2025, 9, 1)


def number(day):
    return (day - datetime.date(1970, 1, 1)).days


def last_sunday(year, month):
    day = datetime.date(year, month, 31)
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def berlin_offset(utc_s):
    """Minutes that the clocks of Berlin are ahead of UTC."""
    year = datetime.datetime.fromtimestamp(utc_s, datetime.timezone.utc).year
    summer = number(last_sunday(year, 3)) * DAY_S + 3600
    winter = number(last_sunday(year, 10)) * DAY_S + 3600
    return 120 if summer <= utc_s < winter else 60


def berlin(day, minute, later=False):
    """UTC second and offset of a time on the clock; of one that comes twice the first, or `later`."""
    shown = day * DAY_S + minute * 60
    found = [(shown - offset * 60, offset) for offset in (120, 60)
             if berlin_offset(shown - offset * 60) == offset]
    if not found:  # the hour that the clocks skip
        return berlin(day, minute + 60)
    return found[-1 if later else 0]


class Year(year_plans.Plans):
    def __init__(self, program, folder, seed):
        self.program = program
        self.folder = folder
        self.random = random.Random(seed)
        self.past = figures.Past()
        self.today = number(datetime.date.fromisoformat(NOW[:10]))
        self.first = number(FIRST)
        self.ratings = []
        self.calm = self.random.choice([0, 9])  # days before it begins
        self.worse = [66, self.random.choice([250, 300, 400])]  # days on which it begins to rise
        self.raised = {}  # on how many days
        self.orders = []  # (day, how to order what happens on one day, arguments)

    # ---- the program ----

    def run(self, day, *arguments, at="12:00:00"):
        utc_s, offset = berlin(day, 720)
        now = "%sT%s+%02d:00" % (figures.date(day).isoformat(), at, offset // 60)
        command = [self.program, "--data", os.path.join(self.folder, "data"), "--now", now]
        done = subprocess.run(command + list(arguments), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit("repose %s: status %d: %s" % (" ".join(arguments), done.returncode,
                                                   done.stderr.strip()))
        return done.stdout

    # ---- what was done ----

    def play(self, day, minute, routine, side=None, chain=None, later=False, before=None,
             after=None):
        pick = self.random
        kind = pick.random()
        planned = pick.choice([180000, 210000, 300000])
        status, ended, why, share = "complete", "complete", None, 1.0
        if kind < 0.12:
            status, ended = "partial", pick.choice(["tired", "pain", "interrupted"])
            why, share = ended, pick.uniform(0.05, 0.75)
        elif kind < 0.22 and routine.startswith(("nmr", "rom")):
            status, ended, why, share = "complete", "well", "pull", pick.uniform(0.2, 0.7)
        elif kind < 0.3:
            share = pick.uniform(0.8, 1.0)
        utc_s, offset = berlin(day, minute, later)
        self.past.sessions.append({
            # Before four it belongs to the day before.
            "day": (utc_s + offset * 60 - 4 * 3600) // DAY_S,
            "start": utc_s, "offset": offset, "routine": routine, "side": side, "status": status,
            "ended": ended, "why": why, "chain": chain, "before": before, "after": after,
            "source": "ticked" if chain is None and pick.random() < 0.1 else "played",
            "planned_ms": planned, "played_ms": int(planned * share)})

    def play_alone(self, day):
        pick = self.random
        routine = pick.choice(["relax-face-let-go", "relax-face-let-go", "nmr-smile-eyes-open",
                               "nmr-smile-eyes-open", "breath-box", "breath-box", "breath-calm",
                               "med-body-scan"])
        side = pick.choice(["left", "right", None]) if routine.startswith("nmr") else None
        minute = pick.choice([pick.randint(240, 1439), pick.randint(0, 239)])
        before = pick.choice([None, pick.randint(0, 10)])
        after = pick.choice([None, pick.randint(0, 10)])
        self.play(day, minute, routine, side, None, pick.random() < 0.5, before, after)

    def play_chain(self, day):
        pick = self.random
        chain = self.name()
        minute = pick.choice([480, 1300, 232])  # the last runs past four in the morning
        count = pick.randint(1, 3)
        for i in range(count):
            self.play(day, minute + 6 * i, pick.choice(["breath-box", "relax-face-let-go"]), None,
                      chain, False, pick.randint(0, 10) if i == 0 and pick.random() < 0.9 else None,
                      pick.randint(0, 10) if i == count - 1 and pick.random() < 0.9 else None)

    def practise(self):
        pick = self.random
        changes = {number(last_sunday(year, month)) for year in (2025, 2026) for month in (3, 10)}
        zeal = 3
        for day in range(self.first, self.today + 1):
            if pick.random() < 0.03:
                zeal = pick.randint(0, 8)
            for _ in range(pick.randint(0, zeal)):
                self.play_alone(day)
            if pick.random() < 0.12:
                self.play_chain(day)
            if day in changes or day + 1 in changes:
                for minute in (95, 125, 150, 179, 181, 239, 241):
                    self.play(day, minute, "breath-box", None, None, pick.random() < 0.5, 6, 4)
            if pick.random() < 0.25:
                self.do_all(day)
        diary.warm(self)
        # Nothing that lies ahead of the moment.
        now = berlin(self.today, 14 * 60 + 30)[0]
        self.past.sessions = [s for s in self.past.sessions if s["start"] + 1200 < now]
        self.past.warm = [s["day"] for s in self.past.sessions
                          if s["routine"] == "warm-compress" and s["played_ms"] > MINUTE_MS]

    def do_all(self, day):
        """Everything that is asked for on a day, so that there are streaks."""
        for (routine, side), often in figures.asked_on(self.past, day).items():
            for i in range(often):
                self.play(day, 400 + 7 * i, routine, side)
                self.past.sessions[-1].update(status="complete", ended="complete", why=None)

    # ---- how the face was ----

    def level(self, day):
        """The worst of a day: cycles of injections, two quiet spells, two worsenings."""
        at = day - self.first
        if at < self.calm or 28 <= at < 62 or 96 <= at < 106:
            return 0
        value = 6.0
        for injected in self.past.injections:
            if 0 <= day - injected < 98:
                since = day - injected
                value = 6 - 4 * min(since / 8, 1) * min((98 - since) / 42, 1)
        for worse in self.worse:
            if worse <= at < worse + 26:
                value += (at - worse) / 6
        return min(10, max(0, round(value + self.random.gauss(0, 1))))

    def rate(self):
        pick = self.random
        self.past.injections = [self.first + at + pick.randint(0, 3) for at in (130, 228, 330)]
        for day in self.past.injections:
            self.run(day, "log", "event", "botulinum-toxin", "--on", figures.date(day).isoformat())
        medicine = (self.first + 40, self.first + 47)
        self.past.medicines = [medicine]
        self.run(medicine[1], "log", "event", "medicine", "--on",
                 figures.date(medicine[0]).isoformat(), "--until",
                 figures.date(medicine[1]).isoformat())
        diary.fill(self)
        if pick.random() < 0.5:  # a number of years ago
            self.add_rating(self.first - 800, 1200, pick.choice([0, 3]))
        for day in range(self.first, self.today):
            quiet = 28 <= day - self.first < 62
            if pick.random() < (0.12 if quiet else 0.2) and day % 3:
                continue  # a missing day; never three of them running
            minute = pick.choice([pick.randint(1020, 1439), 1440 + pick.randint(0, 239)])
            self.add_rating(day, minute, self.level(day))

    def add_rating(self, day, minute, value):
        """The number of a day and what is told beside it; at times one that it replaces."""
        pick = self.random
        utc_s, offset = berlin(day + minute // 1440, minute % 1440)
        entries = [(value, diary.face(self, day), 1000)]
        if pick.random() < 0.05:  # another of a history that was joined, entered earlier
            entries.append((pick.randint(0, 10), diary.face(self, day), 500))
        self.past.numbers[day], self.past.faces[day] = entries[0][:2]
        pick.shuffle(entries)
        for twitch, face, changed in entries:
            places = ",".join(p for p in signs.PLACES if p in face["places"])
            self.ratings.append((self.name(), utc_s, offset, twitch, face["severity"],
                                 face["side"], places or None, utc_s + changed, offset))

    def name(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def store(self):
        database = sqlite3.connect(os.path.join(self.folder, "data", "history.db"))
        categories = {"relax": "meditation", "med": "meditation", "nmr": "nmr",
                      "breath": "breathing", "warm": "compress-warm"}
        with database:
            database.executemany(
                "INSERT INTO sessions (id, chain, routine, title, category, side, source, anyway,"
                " started_s, started_offset_min, seen_s, seen_offset_min, status, ended, why,"
                " planned_ms, played_ms, played, position_ms, section, rated_before, rated_after,"
                " changed_s, changed_offset_min)"
                " VALUES (?, ?, ?, 'Title', ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, 0, ?, ?,"
                " ?, ?)",
                [(self.name(), s["chain"], s["routine"], categories[s["routine"].split("-")[0]],
                  s["side"], s["source"], s["start"], s["offset"], s["start"] + 300, s["offset"],
                  s["status"], s["ended"], s["why"], s["planned_ms"], s["played_ms"],
                  s["played_ms"], s["before"], s["after"], s["start"] + 300, s["offset"])
                 for s in self.past.sessions])
            database.executemany(
                "INSERT INTO ratings (id, at_s, at_offset_min, twitch, severity, side, regions,"
                " changed_s, changed_offset_min) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                self.ratings)
            diary.store(self, database, lambda day: berlin(day, 660))
        database.close()

    # ---- what the program says of it ----

    def ranges(self):
        pick, first, today = self.random, self.first, self.today
        yield None, None
        yield today - 29, today
        for year, month in ((2025, 10), (2026, 1), (2026, 4), (2026, 7), (2026, 10)):
            begins = number(datetime.date(year, month, 1))
            yield begins, number(datetime.date(year + month // 10, (month + 2) % 12 + 1, 1)) - 1
        yield today, today
        yield first - 400, first - 380
        yield None, first + 100
        yield first + 300, None
        for injected in self.past.injections:
            yield injected + 10, injected + 60
        for _ in range(20):
            begins = pick.randint(first - 10, today)
            yield begins, min(today, begins + pick.choice([0, 1, 6, 13, 30, 60, 120]))

    def bounds(self, begins, ends):
        """The days of a range that was left open at one end or both."""
        days = [s["day"] for s in self.past.sessions] + list(self.past.numbers)
        days += [d for d in range(self.first, self.today) if figures.asked_on(self.past, d)][:1]
        return (min(days) if begins is None else begins,
                max(days + [self.today]) if ends is None else ends)

    def days(self):
        """On which it is asked how things stand: edges of cycles, of replies, and others."""
        pick = self.random
        days = {self.today, self.today - 1}
        for injected in self.past.injections:
            days.update(injected + after for after in (0, 12, 13, 20, 21, 22, 55, 56, 139, 140))
        for word, _, day in self.past.replies:
            days.update(day + (signs.SIGNS[word][3] or 0) + some for some in (-1, 0))
        days.update(self.first + worse + pick.randint(14, 30) for worse in self.worse)
        days.update(pick.randint(self.first + 5, self.today) for _ in range(30))
        return sorted(day for day in days if day <= self.today)

    def stats(self, today, begins, ends):
        """What differs in one call, and the call."""
        arguments = []
        if begins is not None:
            arguments += ["--from", figures.date(begins).isoformat()]
        if ends is not None:
            arguments += ["--to", figures.date(ends).isoformat()]
        got = json.loads(self.run(today, "stats", "--json", *arguments, at=NOW[11:]))
        wanted = figures.stats(self.past, *self.bounds(begins, ends), today)
        wanted["signs"] = signs.Signs(self.past, today).raised()
        for sign in wanted["signs"]:
            word = sign.pop("word")
            self.raised[word] = self.raised.get(word, 0) + 1
        got["routines"] = {row.pop("id"): row for row in got["routines"]}
        called = "%s as of %s" % (" ".join(arguments) or "all of it", figures.date(today))
        return ["%s: %s" % (called, line) for line in differences("", got, wanted)]

    def cycle(self, today):
        """The line of the same days of earlier cycles, which is for people."""
        said = " ".join(self.run(today, "stats", at=NOW[11:]).split())
        wanted = signs.compared(self.past, today)
        if (wanted in said) if wanted else "earlier cycle" not in said.replace("of earlier", ""):
            return []
        return ["as of %s: no %r in %r" % (figures.date(today), wanted, said)]

    def check(self):
        wrong = []
        count = 0
        for begins, ends in self.ranges():
            wrong += self.stats(self.today, begins, ends)
            count += 1
        days = self.days()
        for day in days:
            wrong += self.stats(day, day - 29, day)
            wrong += self.cycle(day) if day % 3 == 0 else []
        print("\n".join(wrong[:60]))
        print("%d ranges, %d days, %d sessions, %d daily numbers: %d differences"
              % (count, len(days), len(self.past.sessions), len(self.past.numbers), len(wrong)))
        print("raised: " + " ".join("%s %d" % item for item in sorted(self.raised.items())))
        # A year in which hardly any sign was raised would say nothing of them.
        return not wrong and len(self.raised) > len(signs.SIGNS) // 2


def differences(path, got, wanted):
    if isinstance(wanted, dict) and isinstance(got, dict):
        for key in sorted(set(got) | set(wanted)):
            yield from differences(path + "." + key, got.get(key, "(not there)"),
                                   wanted.get(key, "(not there)"))
    elif isinstance(wanted, list) and isinstance(got, list) and len(got) == len(wanted):
        for i, (one, other) in enumerate(zip(got, wanted)):
            yield from differences("%s[%d]" % (path, i), one, other)
    elif isinstance(wanted, float) and isinstance(got, (int, float)):
        # Minutes have one decimal, all others at least four.
        if abs(got - wanted) > (0.05000001 if path == ".minutes" else 1e-6):
            yield "%s is %r, not %r" % (path[1:], got, wanted)
    elif got != wanted:
        yield "%s is %r, not %r" % (path[1:], got, wanted)


def main():
    program, folder, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
    year = Year(program, folder, seed)
    year.make_plans()
    year.rate()
    year.practise()
    year.store()
    return 0 if year.check() else 1


if __name__ == "__main__":
    sys.exit(main())
