# SPDX-License-Identifier: MIT
"""The figures of design section 6, worked out a second time from lists of what happened.

Written from the definitions alone and as plainly as they read: it walks every day and every pair. tests/year.py holds what `repose stats --json` prints against it.

A day is a whole number, 1970-01-01 is 0. What happened comes as a `Past`:

    sessions  dicts: day start routine side status ended source played_ms chain before after
    numbers   {day: 0-10}
    versions  of plans, in the order of adding: id added removed from to items pauses
    pauses    (plan id or None, first day, last day), entered by the person
    injections operations   days; medicines   (first day, last day or None)
"""

import datetime
import math


class Past:
    def __init__(self):
        self.sessions = []
        self.numbers = {}
        self.versions = []
        self.pauses = []
        self.injections = []
        self.operations = []
        self.medicines = []
        self.balances = {}  # what was due and done on a day, once worked out


def date(day):
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=day)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


# ---- what was asked for ----

def asks(version, day):
    """{(routine, side): how often} by a version on a day, whatever rests."""
    asked = {}
    if day < version["from"] or (version["to"] is not None and day > version["to"]):
        return asked
    for item in version["items"]:
        if item.get("task"):
            continue
        if item.get("days") is not None and date(day).weekday() not in item["days"]:
            continue
        if day < item.get("from", day) or day > item.get("to", day):
            continue
        key = (item["routine"], item.get("side"))
        asked[key] = asked.get(key, 0) + item["per_day"]
    return asked


def weight(past, version, day):
    """How much a version asks for on a day; one that rests asks for nothing."""
    return 0 if rests(past, version, day) else sum(asks(version, day).values())


def in_force(past, plan, day):
    """The version of a plan that holds on a day, or None."""
    versions = [v for v in past.versions if v["id"] == plan]
    first = versions[0]

    def newest(before):
        held = [v for v in versions
                if (v["added"] < before or v is first) and v["from"] <= day
                and (v["removed"] is None or day < v["removed"])]
        return held[-1] if held else None

    now = newest(day + 1)
    if now is not None and now is not first and now["added"] == day:
        earlier = newest(day)
        if earlier is not None and weight(past, earlier, day) < weight(past, now, day):
            return earlier
    return now


def rests(past, version, day):
    if any(first <= day <= last for first, last in version["pauses"]):
        return True
    return any(plan in (None, version["id"]) and first <= day <= last
               for plan, first, last in past.pauses)


def asked_on(past, day):
    asked = {}
    for plan in dict.fromkeys(v["id"] for v in past.versions):
        version = in_force(past, plan, day)
        if version is None or rests(past, version, day):
            continue
        for key, often in asks(version, day).items():
            asked[key] = asked.get(key, 0) + often
    return asked


def done_on(past, day, asked):
    """How much of it was done: no session serves twice, each serves where it can."""
    done = 0
    for routine in {routine for routine, _ in asked}:
        sides = [s["side"] for s in past.sessions
                 if s["day"] == day and s["routine"] == routine and s["status"] == "complete"]
        due = {side: asked.get((routine, side), 0) for side in ("left", "right", None)}
        spare = 0
        for side in ("left", "right"):
            served = min(sides.count(side), due[side])
            due[side] -= served
            done += served
            spare += sides.count(side) - served
        served = min(spare, due[None])
        due[None] -= served
        done += served + min(sides.count(None), sum(due.values()))
    return done


def balance(past, day):
    """(due, done) of a day, as if it were over."""
    if day not in past.balances:
        asked = asked_on(past, day)
        past.balances[day] = sum(asked.values()), done_on(past, day, asked)
    return past.balances[day]


def span(past, first, last):
    """The days of a range on which a plan could ask for anything."""
    begins = [v["from"] for v in past.versions]
    return range(max(first, min(begins)), last + 1) if begins else range(0)


def adherence(past, first, last, today):
    due = done = 0
    for day in span(past, first, min(last, today)):
        asked, got = balance(past, day)
        done += got
        due += got if day == today else asked
    return due, done


def streaks(past, first, last, today):
    """Days running until today, and the longest row within the range."""
    def row_of(days):
        running = best = 0
        for day in days:
            due, done = balance(past, day)
            if due == 0:
                continue
            if done == due:
                running += 1
            elif day != today:
                running = 0
            best = max(best, running)
        return running, best

    return (row_of(span(past, -10**9, today))[0],
            row_of(span(past, first, min(last, today)))[1])


# ---- how the face was ----

def weekly(numbers, first, last):
    weeks = {}
    for day in sorted(numbers):
        if first <= day <= last:
            year, week, _ = date(day).isocalendar()
            weeks.setdefault((year, week), []).append(numbers[day])
    return [{"week": "%04d-W%02d" % key, "n": len(values),
             "median": median(values) if len(values) >= 4 else None}
            for key, values in sorted(weeks.items())]


def excluded(day, injections):
    """An injection, its days 0-14, and from its day 56 on, until the next one."""
    before = [i for i in injections if i <= day]
    return bool(before) and not 14 < day - before[-1] < 56


def theil_sen(points):
    slopes = [(y2 - y1) / (x2 - x1)
              for i, (x1, y1) in enumerate(points) for x2, y2 in points[i + 1:]]
    return median(slopes)


def slope(numbers, injections, first, last):
    stretches = [[]]
    for day in range(first, last + 1):
        if excluded(day, injections):
            stretches.append([])
        else:
            stretches[-1].append(day)
    for stretch in reversed(stretches):
        rated = [(day, numbers[day]) for day in stretch if day in numbers]
        if len(rated) < 14:
            continue
        if len(stretch) > 400:
            weeks = weekly(numbers, stretch[0], stretch[-1])
            rated = [(monday_of(w["week"]), w["median"]) for w in weeks if w["median"] is not None]
        return 7 * theil_sen(rated) if len(rated) > 1 else None
    return None


def monday_of(week):
    year, number = week.split("-W")
    return (datetime.date.fromisocalendar(int(year), int(number), 1) - date(0)).days


def student_tail(t, freedom):
    """P(T > t) by Simpson's rule over the density."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / \
        math.sqrt(freedom * math.pi)
    steps = 4000
    total = 0.0
    for i in range(steps + 1):
        x = t * i / steps
        weight = 1 if i in (0, steps) else 4 if i % 2 else 2
        total += weight * (1 + x * x / freedom) ** (-(freedom + 1) / 2)
    return 0.5 - scale * total * t / steps / 3


def student_quantile(freedom):
    """The t beyond which 2.5 % lie."""
    low, high = 0.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2
        if student_tail(middle, freedom) > 0.025:
            low = middle
        else:
            high = middle
    return low


def change(values):
    n = len(values)
    row = {"n": n, "mean_change": None, "ci95": None}
    if n >= 5:
        mean = sum(values) / n
        spread = math.sqrt(sum((v - mean) ** 2 for v in values) / (n - 1))
        half = student_quantile(n - 1) * spread / math.sqrt(n)
        row["mean_change"] = mean
        row["ci95"] = [mean - half, mean + half]
    return row


def routines(past, first, last):
    rows = {}
    chains = {}
    for session in sorted(past.sessions, key=lambda s: s["start"]):
        if session["chain"]:
            chains.setdefault(session["chain"], []).append(session)
        if first <= session["day"] <= last:
            values = rows.setdefault(session["routine"], [])
            if not session["chain"] and None not in (session["before"], session["after"]):
                values.append(session["after"] - session["before"])
    for members in chains.values():
        if first <= members[0]["day"] <= last:
            values = rows.setdefault("chain", [])
            before, after = members[0]["before"], members[-1]["after"]
            if None not in (before, after):
                values.append(after - before)
    return {name: change(values) for name, values in rows.items()}


def treated(past, day):
    injected = any(0 <= day - i < 16 * 7 for i in past.injections)
    operated = any(0 <= day - o < 730 for o in past.operations)
    medicine = any(first <= day and (last is None or day <= last)
                   for first, last in past.medicines)
    return injected or operated or medicine


def status(past, day):
    """domain.md 8.4, as it stands on a day."""
    rated = [d for d in sorted(past.numbers) if d <= day]
    if not rated or day - rated[-1] > 2:
        return "none"

    def spell(end):
        """The zeros that end with rated[end]."""
        start = end
        while start > 0 and past.numbers[rated[start - 1]] == 0 and \
                rated[start] - rated[start - 1] - 1 <= 2:
            start -= 1
        return start

    if past.numbers[rated[-1]] == 0:
        start = spell(len(rated) - 1)
        length = rated[-1] - rated[start] + 1
        if len(rated) - start < 7:
            return "quiet-day"
        if length >= 730 and not treated(past, day):
            return "long-quiet"
        return "remission" if length >= 28 else "quiet-spell"
    for end in range(len(rated) - 1, -1, -1):
        if past.numbers[rated[end]] == 0 and end - spell(end) + 1 >= 7:
            above = [d for d in rated if d > rated[end] and past.numbers[d] >= 1]
            back = any(later - d < 3 for d, later in zip(above, above[1:]))
            return "returned" if back and day - rated[end] <= 28 else "none"
    return "none"


def stats(past, first, last, today):
    """All of `stats --json` but its signs, for the days first..last."""
    within = [s for s in past.sessions if first <= s["day"] <= last]
    complete = [s for s in within if s["status"] == "complete"]
    rated = [v for d, v in past.numbers.items() if first <= d <= last]
    due, done = adherence(past, first, last, today)
    streak, best = streaks(past, first, last, today)
    return {
        "from": date(first).isoformat(),
        "to": date(last).isoformat(),
        "sessions": len(within),
        "complete": len(complete),
        "partial": sum(s["status"] == "partial" for s in within),
        "well": sum(s["ended"] == "well" for s in complete),
        "ticked": sum(s["source"] == "ticked" for s in complete),
        "minutes": sum(s["played_ms"] for s in within) / 60000,
        "due": due,
        "done": done,
        "adherence": done / due if due else None,
        "streak": streak,
        "best_streak": best,
        "twitch": {
            "n": len(rated),
            "median": median(rated) if rated else None,
            "slope_per_week": slope(past.numbers, past.injections, first, last),
            "weekly": weekly(past.numbers, first, last),
        },
        "routines": routines(past, first, last),
        "status": status(past, min(last, today)),
    }
