# SPDX-License-Identifier: MIT
"""Weeks of numbers and cycles of injections, for the signs of tests/year_signs.py (domain.md 8.2, 8.6)."""

from year_figures import median

CYCLE = 140  # days: an injection younger than twenty weeks


def last_of(days, day):
    """The last of these days on or before one, or None."""
    before = [d for d in days if d <= day]
    return max(before) if before else None


class Weeks:
    """Values of weeks as it stands on `today`; a week is the seven days that end with a day."""

    def recent(self, days=14, more=0):
        return range(self.today - days - more + 1, self.today - more + 1)

    def injected(self, day):
        """The injection that a day belongs to, or None."""
        last = last_of(self.past.injections, day)
        return last if last is not None and day - last < CYCLE else None

    def value(self, first, last):
        """(median, rated days) of first..last, None under four of seven days."""
        values = [self.past.numbers[d] for d in range(first, last + 1) if d in self.past.numbers]
        if not values or len(values) / (last - first + 1) < 4 / 7:
            return None
        return median(values), len(values)

    def week(self, last):
        return self.value(last - 6, last)

    def weeks_before(self, last):
        """The mean of the four weeks before the one that ends with a day; three must be there."""
        weeks = [week for week in (self.week(last - 7 * i) for i in range(1, 5)) if week]
        if len(weeks) < 3:
            return None
        return sum(value for value, _ in weeks) / len(weeks), sum(n for _, n in weeks)

    def cycles_before(self, last):
        """The higher of the same days of the two cycles before."""
        injections = sorted(self.past.injections)
        present = injections.index(self.injected(self.today))
        into = last - injections[present]
        more = min(4, into - 6) if present == 1 else 0
        found = []
        for i in range(max(0, present - 2), present):
            # A shorter cycle ends where the next one begins.
            ends = min(injections[i] + into + more, injections[i + 1] - 1)
            begins = injections[i] + into - 6 - more
            found.append(self.value(begins, ends) if begins <= ends else None)
        found = [value for value in reversed(found) if value]
        return max(found, key=lambda value: value[0]) if found else None

    def worst_before(self, injected):
        weeks = [self.week(injected - 1 - back) for back in range(22)]
        weeks = [week for week in weeks if week]
        return max(weeks, key=lambda week: week[0]) if weeks else None

    def wears_off_within(self):
        """Whether one of the six weeks looked at has days 56 to 140 of a cycle."""
        looked = set(self.recent(42))
        injections = sorted(self.past.injections)
        for injected, following in zip(injections, injections[1:] + [self.today + 1]):
            late = range(injected + 56, min(injected + CYCLE + 1, following))
            if looked.intersection(late):
                return True
        return False

    def rising_against(self):
        """(what it is held against, the words for it) or None."""
        now, last = self.week(self.today), self.week(self.today - 7)
        if not now or not last:
            return None

        def up(then, before):
            return then and before and now[0] >= then[0] + 2 and last[0] >= before[0] + 2

        injected = self.injected(self.today)
        into = self.today - injected if injected is not None else 0
        if injected is not None and into >= 21:
            worst = self.worst_before(injected)
            if up(worst, worst):
                return worst, "in the worst week before the injection"
        if injected is not None and injected != min(self.past.injections) and into >= 13:
            then, before = self.cycles_before(self.today), self.cycles_before(self.today - 7)
            if then and before:
                return (then, "on the same days of earlier cycles") if up(then, before) else None
        if self.wears_off_within():
            return None
        then, before = self.weeks_before(self.today), self.weeks_before(self.today - 7)
        return (then, "in the four weeks before") if up(then, before) else None
