# SPDX-License-Identifier: MIT
"""The signs for a doctor (domain.md 8.2 and 8.6), worked out a second time.

Written from the rules as docs/figures.md tells them, on the `Past` of tests/year_figures.py. What it
also holds for this:

    forms      {day: {"ticks": set, "stress" "mood" "pain": number}}, what stands there
    faces      {day: {"side" "places" (set) "severity"}}, told beside the number of the day
    severities {monday: 0-4} of weeks
    warm       days, one entry for each session in which a warm compress was begun
    injuries   days
    replies    (word of a sign, "doctor" or "away", day)
    conditions set; palsy   day or None; neurologist   bool
"""

from year_figures import date, median
from year_weeks import CYCLE, Weeks

PLACES = ["upper-lid", "lower-lid", "brow", "cheek", "mouth", "chin", "neck", "ear"]
TICKS = {  # in the order of the form, as they are told
    "lid-droops": "a lid that sinks",
    "mouth-droops": "a corner of the mouth that sinks",
    "double-vision": "double sight",
    "swallowing": "trouble swallowing",
    "weakness": "a part of the face that is newly weak",
    "open-eye": "an eye that does not close",
    "stiffness": "a stiff or weak feeling",
    "vision": "a change of sight",
    "balance": "trouble with balance",
    "numbness": "numbness",
    "hearing": "a change of hearing",
    "red-eye": "a red or sore eye",
    "stops-tasks": "daily tasks that it kept from",
}
# id, urgency, repeated to who is under a doctor, days of rest when put away (None: until newer).
SIGNS = {
    "swallowing": ("RF-0", "emergency", True, None),
    "weakness": ("RF-1", "same-day", True, None),
    "lasting": ("RF-2", "doctor", False, 28),
    "rising": ("RF-2", "doctor", False, 14),
    "spread": ("RF-3", "doctor", True, None),
    "stiff": ("RF-4", "doctor", False, 14),
    "pain": ("RF-5", "doctor", False, 14),
    "senses": ("RF-6", "soon", True, None),
    "injury": ("RF-7", "soon", False, 28),
    "both-sides": ("RF-8", "doctor", False, 28),
    "medicine": ("RF-9", "doctor", False, 28),
    "eye": ("RF-10", "soon", False, None),
    "clinic": ("RF-10", "soon", False, None),
    "mood": ("RF-11", "doctor", False, 30),
    "warmth": ("RF-12", "card", False, 28),
    "wearing-off": ("wearing-off", "card", True, 14),
}
URGENCIES = ["emergency", "same-day", "soon", "doctor", "card"]


def written(day):
    at = date(day)
    return "%d %s" % (at.day, at.strftime("%B %Y"))


def number(value):
    """To a tenth, and without one where it is whole."""
    tenths = int(value * 10 + 0.5)
    return "%d" % (tenths // 10) if tenths % 10 == 0 else "%.1f" % (tenths / 10)


def several(count, one, more):
    return (one if count == 1 else more) % count


class Signs(Weeks):
    """As it stands on a day."""

    def __init__(self, past, today):
        self.past = past
        self.today = today
        self.shown = {}
        self.known = set()
        for word, reply, day in past.replies:
            if day <= today:
                self.shown[word] = max(day, self.shown.get(word, day))
                if reply == "doctor":
                    self.known.add(word)

    def raised(self):
        """[{id, urgency, facts}], most urgent first."""
        found = []
        for word, (name, urgency, repeated, rest) in SIGNS.items():
            if word in self.known and not repeated:
                continue
            if rest is not None and word in self.shown and self.today - self.shown[word] < rest:
                continue
            facts = getattr(self, word.replace("-", "_"))()
            if facts:
                found.append({"id": name, "urgency": urgency, "facts": facts, "word": word})
        return sorted(found, key=lambda sign: URGENCIES.index(sign["urgency"]))

    # ---- what is ticked ----

    def ticked(self, day):
        return self.past.forms.get(day, {}).get("ticks", set())

    def of_injection(self, day):
        """Ticks that on this day may come of an injection."""
        last = self.injected(day)
        if last is None:
            return set()
        effects = {"swallowing"}
        if day - last <= 21:
            effects.add("double-vision")
            for droop in ("lid-droops", "mouth-droops"):
                begun = any(droop in self.ticked(d) for d in range(last, last + 15))
                if day - last <= 14 or begun:
                    effects.add(droop)
        return effects

    def newer(self, word, day):
        return word not in self.shown or day > self.shown[word]

    def ticks(self, word, apart, after=()):
        """{day: ticks}: those that come of no injection, those that may come of one."""
        by_day = {}
        for day in self.recent():
            effects = self.of_injection(day)
            ticks = {t for t in self.ticked(day)
                     if (t in apart and t not in effects) or (t in after and t in effects)}
            if ticks and (SIGNS[word][3] is not None or self.newer(word, day)):
                by_day[day] = ticks
        return by_day

    def told(self, by_day):
        if not by_day:
            return []
        ticks = set().union(*by_day.values())
        words = "; ".join(text for tick, text in TICKS.items() if tick in ticks)
        count = len(by_day)
        return ["%s %s: %s." % (several(count, "On %d day of the last 14,",
                                        "On %d days of the last 14, the last"),
                                written(max(by_day)), words)]

    def after_injection(self, by_day):
        if not by_day:
            return []
        last = max(by_day)
        return self.told(by_day) + ["Day %d after the injection." % (last - self.injected(last))]

    def swallowing(self):
        return self.after_injection(self.ticks("swallowing", (), {"swallowing"}))

    def clinic(self):
        return self.after_injection(
            self.ticks("clinic", (), {"lid-droops", "mouth-droops", "double-vision"}))

    def open_of_old(self):
        """After a palsy, and in the weeks before: no news."""
        return self.past.palsy is not None and any(
            "open-eye" in self.ticked(day) for day in self.recent(56, 14))

    def weakness(self):
        wanted = {"weakness", "lid-droops", "mouth-droops"}
        if not self.open_of_old():
            wanted.add("open-eye")
        return self.told(self.ticks("weakness", wanted))

    def eye(self):
        wanted = {"red-eye"}
        if self.open_of_old() and self.today - self.past.palsy >= 84:
            wanted.add("open-eye")
        return self.told(self.ticks("eye", wanted))

    def stiff(self):
        return self.told(self.ticks("stiff", {"stiffness"}))

    def senses(self):
        return self.told(self.ticks("senses", {"vision", "balance", "numbness", "hearing",
                                               "double-vision"}))

    # ---- how it felt ----

    def pain(self):
        felt = [self.past.forms.get(day, {}).get("pain", 0) for day in self.recent()]
        strong = sum(pain >= 4 for pain in felt)
        hard = sum("stops-tasks" in self.ticked(day)
                   or self.past.faces.get(day, {}).get("severity") == 4 for day in self.recent())
        monday = self.today - (self.today + 3) % 7
        week = 4 in (self.past.severities.get(monday), self.past.severities.get(monday - 7))
        if strong < 2 and not hard and not week:
            return []
        facts = []
        if strong:
            facts.append(several(strong, "Pain of 4 or more on %d day of the last 14,",
                                 "Pain of 4 or more on %d days of the last 14,")
                         + " at most %d of 10." % max(felt))
        if hard:
            facts.append(several(hard, "It kept you from daily tasks on %d day of the last 14.",
                                 "It kept you from daily tasks on %d days of the last 14."))
        if week:
            facts.append("Severity of the week: 4 of 4, it stops you.")
        return facts

    def mood(self):
        forms = [self.past.forms.get(day, {}) for day in self.recent(7)]
        heavy = sum(form.get("stress", 0) >= 8 or form.get("mood", 10) <= 2 for form in forms)
        return ["Stress of 8 or more, or mood of 2 or less: %d of the last 7 days." % heavy] \
            if heavy >= 5 else []

    # ---- where ----

    def places(self, days):
        return set().union(*(self.past.faces.get(day, {}).get("places", set()) for day in days))

    def spread(self):
        earlier = self.places(self.recent(56, 14))
        answered = self.places(d for d in self.recent() if not self.newer("spread", d))
        new = self.places(d for d in self.recent() if self.newer("spread", d))
        new -= earlier | answered
        if not earlier or not new:
            return []
        names = [", ".join(p.replace("-", " ") for p in PLACES if p in some)
                 for some in (new, earlier)]
        return ["New in the last 14 days: %s. In the eight weeks before: %s." % tuple(names)]

    def both_sides(self):
        days = sum(self.past.faces.get(d, {}).get("side") == "both" for d in self.recent())
        if not days or "bsp" in self.past.conditions:
            return []
        return [several(days, "Both sides were named on %d day of the last 14.",
                        "Both sides were named on %d days of the last 14.")]

    # ---- since when ----

    def looked_from(self):
        """Two years, and the cycles that the present one is held against."""
        begun = sorted(i for i in self.past.injections if i <= self.today)
        return min([self.today - 730] + [i - 56 for i in begun[-3:]])

    def lasting(self):
        days = sorted(d for d in self.past.numbers if self.looked_from() <= d <= self.today)
        above = []
        quiet = 0
        for day in reversed(days):
            quiet = quiet + 1 if self.past.numbers[day] == 0 else 0
            if quiet == 7:
                break
            if quiet == 0:
                above.append(day)
        if not above or self.today - above[0] > 7 or above[0] - above[-1] <= 14:
            return []
        earlier = any(value > 0 and day < self.looked_from()
                      for day, value in self.past.numbers.items())
        if quiet < 7 and earlier:
            return ["Numbers above 0 since before %s, on %s from then on."
                    % (written(above[-1]),
                       several(len(above), "%d rated day", "%d rated days"))]
        return ["Numbers above 0 since %s, on %s."
                % (written(above[-1]), several(len(above), "%d rated day", "%d rated days"))]

    def began(self):
        above = [d for d, value in self.past.numbers.items() if value > 0 and d <= self.today]
        return min(above) if above else None

    def after(self, days, what, on):
        began = self.began()
        for day in sorted(days):
            if began is not None and 0 <= began - day <= 28:
                if began == day:
                    return ["The first number above 0 came on the day %s." % on]
                return ["The first number above 0 came %s after %s."
                        % (several(began - day, "%d day", "%d days"), what)]
        return []

    def injury(self):
        return self.after(self.past.injuries, "the injury", "of the injury")

    def medicine(self):
        numbers = self.past.numbers
        if not numbers or numbers[min(numbers)] > 0:
            return []
        return self.after([first for first, _ in self.past.medicines], "the medicine began",
                          "the medicine began")

    # ---- weeks ----

    def rising(self):
        found = self.rising_against()
        if not found:
            return []
        (then, days), against = found
        now, last = self.week(self.today), self.week(self.today - 7)
        return ["Weekly value %s and %s, against %s %s."
                % (number(last[0]), number(now[0]), number(then), against),
                "Rated days: %d and %d, against %d." % (last[1], now[1], days)]

    def wearing_off(self):
        injected = self.injected(self.today)
        if injected is None or self.today - injected < 56 or self.rising_against():
            return []
        now, steady = self.week(self.today), self.value(injected + 15, injected + 55)
        if not now or not steady or now[0] < steady[0] + 2:
            return []
        return ["Weekly value %s, against %s on days 15 to 55."
                % (number(now[0]), number(steady[0])),
                "Rated days: %d, against %d." % (now[1], steady[1])]

    def warmth(self):
        warm = [day for day in self.past.warm if day in self.recent()]
        today, days = warm.count(self.today), len(set(warm))
        now, last = self.week(self.today), self.week(self.today - 7)
        often = days >= 10 and now and last and now[0] >= last[0]
        if self.past.neurologist or not (today >= 3 or often):
            return []
        facts = ["Warm compresses today: %d." % today] if today >= 3 else []
        facts.append("Days with warmth: %d of the last 14." % days)
        if now and last:
            facts.append("Weekly value %s, in the week before %s."
                         % (number(now[0]), number(last[0])))
        return facts


def compared(past, today):
    """The line that holds the last two weeks against the same days of earlier cycles, or None."""
    injections = sorted(past.injections)
    before = [i for i in injections if i <= today]
    if not before or today - before[-1] >= CYCLE:
        return None
    into = today - before[-1]
    begins = max(0, into - 13)
    now = [past.numbers[d] for d in range(before[-1] + begins, today + 1) if d in past.numbers]
    earlier = before[:-1][-3:]
    then = []
    for injected in earlier:
        ends = min(injected + into, injections[injections.index(injected) + 1] - 1)
        then += [past.numbers[d] for d in range(injected + begins, ends + 1) if d in past.numbers]
    if not now or not then:
        return None
    return ("Days %d to %d since the injection: median %s on %d rated days. The same days of %s: "
            "%s on %d rated days."
            % (begins, into, number(median(now)), len(now),
               several(len(earlier), "%d earlier cycle", "%d earlier cycles"),
               number(median(then)), len(then)))
