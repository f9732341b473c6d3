# SPDX-License-Identifier: MIT
"""What a person of tests/year.py told beside her numbers: ticks, places, weeks, warmth, replies.

Everything comes in clusters, so that each sign is raised on some days of the year and silent on others.
"""

import year_signs as signs

AFTER_INJECTION = ["lid-droops", "mouth-droops", "double-vision"]
WARM_PLANNED_MS = 1200000


def fill(year):
    """What is told; the ratings get their places when they are made (`face`)."""
    pick, past, first = year.random, year.past, year.first
    past.forms = {}
    past.faces = {}
    past.severities = {}
    past.injuries = [first + pick.randint(-20, 8)] if pick.random() < 0.5 else []
    past.conditions = {"hfs", "bsp"} if pick.random() < 0.3 else {"hfs"}
    past.palsy = first + 200 if pick.random() < 0.7 else None
    past.neurologist = pick.random() < 0.2
    tick(year)
    feel(year)
    for monday in range(first + 7 - (first + 3) % 7, year.today, 7):
        if pick.random() < 0.6:
            past.severities[monday] = pick.choice([0, 1, 1, 2, 2, 2, 3, 3, 4])
    reply(year)
    tell(year)


def form(past, day):
    return past.forms.setdefault(day, {"ticks": set()})


def tick(year):
    pick, past = year.random, year.past
    for word in signs.TICKS:
        for _ in range(pick.randint(1, 3)):
            begins = year.first + pick.randint(20, 440)
            for day in pick.sample(range(begins, begins + 20), pick.randint(1, 4)):
                form(past, day)["ticks"].add(word)
    for injected in past.injections:
        for word in AFTER_INJECTION:
            if pick.random() < 0.8:
                for after in pick.sample(range(-2, 27), pick.randint(1, 5)):
                    form(past, injected + after)["ticks"].add(word)
        form(past, injected + pick.randint(-8, 150))["ticks"].add("swallowing")
    for day in range(year.first + 200, year.first + 330):
        if pick.random() < 0.1:
            form(past, day)["ticks"].add("open-eye")
    past.forms = {d: told for d, told in past.forms.items() if d <= year.today}


def feel(year):
    pick, past = year.random, year.past
    heavy = [year.first + pick.randint(10, 430) for _ in range(6)]
    for day in range(year.first, year.today + 1):
        told = form(past, day)
        low = any(begins <= day < begins + 8 for begins in heavy) and pick.random() < 0.9
        if low or pick.random() < 0.5:
            told["stress"] = pick.randint(6, 10) if low else pick.randint(0, 8)
        if low or pick.random() < 0.3:
            told["mood"] = pick.randint(0, 3) if low else pick.randint(2, 10)
        if pick.random() < 0.3:
            told["pain"] = max(0, pick.randint(-9, 5))
        if len(told) == 1 and not told["ticks"]:
            del past.forms[day]


def face(year, day):
    """What is told beside the number of a day."""
    pick = year.random
    at = day - year.first
    told = {"side": None, "places": set(), "severity": None}
    if pick.random() < 0.6:
        told["places"] = set(pick.sample(["upper-lid", "lower-lid"], pick.randint(1, 2)))
        if at % 120 > 75 and pick.random() < 0.2:
            told["places"].add(signs.PLACES[2 + at // 60 % 6])
    if pick.random() < 0.6:
        told["side"] = "both" if at % 100 < 12 and pick.random() < 0.3 else "left"
    if pick.random() < 0.3:
        told["severity"] = 4 if at % 90 < 5 else pick.randint(0, 3)
    return told


def warm(year):
    """Spells of warmth; some stop before the pack is on."""
    pick = year.random
    for _ in range(5):
        begins = year.first + pick.randint(5, 425)
        for day in range(begins, begins + 16):
            for _ in range(pick.choice([0, 1, 1, 1, 1, 3])):
                year.play(day, pick.randint(300, 1400), "warm-compress")
                session = year.past.sessions[-1]
                # A minute of preparing comes first.
                short = pick.random() < 0.1
                session.update(planned_ms=WARM_PLANNED_MS, source="played", ended="complete",
                               status="complete", why=None, played_ms=WARM_PLANNED_MS)
                if short:
                    session.update(status="partial", ended="interrupted", why="interrupted",
                                   played_ms=pick.choice([30000, 59999, 60000, 60001, 200000]))


def reply(year):
    """Signs that are put away, and some later that a doctor knows of."""
    pick, past = year.random, year.past
    past.replies = []
    for word in pick.sample(sorted(signs.SIGNS), 10):
        past.replies.append((word, "away", year.first + pick.randint(30, 430)))
    for word in pick.sample(sorted(signs.SIGNS), 5):
        past.replies.append((word, "doctor", year.first + pick.randint(300, 440)))


def tell(year):
    """What goes in by commands."""
    past, first = year.past, year.first
    for day in past.injuries:
        year.run(max(first, day), "log", "event", "injury", "--on", signs.date(day).isoformat())
    year.run(first, "profile", "set", "condition", ",".join(sorted(past.conditions)))
    if past.palsy is not None:
        year.run(past.palsy, "profile", "set", "onset", signs.date(past.palsy).isoformat())
    if past.neurologist:
        year.run(first, "profile", "set", "neurologist", "yes")


def store(year, database, moment):
    """Into the tables, as an import would bring it; `moment` gives second and offset of a day."""
    past, name = year.past, year.name
    words = [w for w in signs.TICKS]
    rows = []
    for day, told in past.forms.items():
        rows.append((name(), day, told.get("stress"), told.get("mood"), told.get("pain"),
                     ",".join(sorted(told["ticks"], key=words.index)) or None, *moment(day)))
    year.random.shuffle(rows)
    database.executemany(
        "INSERT INTO days (id, day, stress, mood, pain, ticks, changed_s, changed_offset_min)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.executemany(
        "INSERT INTO weeks (id, monday, severity, changed_s, changed_offset_min)"
        " VALUES (?, ?, ?, ?, ?)",
        [(name(), monday, severity, *moment(monday))
         for monday, severity in past.severities.items()])
    database.executemany(
        "INSERT INTO answers (id, key, value, at_s, at_offset_min, answered_by)"
        " VALUES (?, ?, 'yes', ?, ?, 'self')",
        [(name(), "sign-%s-%s" % (word, answer), *moment(day))
         for word, answer, day in past.replies])
