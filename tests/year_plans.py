# SPDX-License-Identifier: MIT
"""The plans of tests/year.py, with their versions, pauses and removals, entered by commands."""

import os

import year_figures as figures


class Plans:
    """What `Year` has beside it: past, folder, first, random and run()."""

    def write_plan(self, version, name):
        """A plan file; titles and the like are the same in all of them."""
        words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        items = []
        for item in version["items"]:
            parts = ['task = "%s"' % item["task"] if item.get("task")
                     else 'routine = "%s"' % item["routine"], "per_day = %d" % item["per_day"]]
            if item.get("side"):
                parts.append('side = "%s"' % item["side"])
            if item.get("days") is not None:
                parts.append("days = [ %s ]" % ", ".join('"%s"' % words[d] for d in item["days"]))
            parts += ['%s = "%s"' % (key, figures.date(item[key]).isoformat())
                      for key in ("from", "to") if key in item]
            items.append("{ %s; }" % "; ".join(parts))
        lines = ["format = 1;", 'id = "%s";' % version["id"], 'title = "A plan";',
                 'author = "A. Therapist";', 'by = "therapist";',
                 'from = "%s";' % figures.date(version["from"]).isoformat(),
                 'profile = { condition = [ "hfs" ]; affected = "left"; };',
                 "items = ( %s );" % ", ".join(items)]
        if version["to"] is not None:
            lines.append('to = "%s";' % figures.date(version["to"]).isoformat())
        if version["pauses"]:
            lines.append("pauses = ( %s );" % ", ".join(
                '{ from = "%s"; to = "%s"; }' % tuple(figures.date(d).isoformat() for d in pause)
                for pause in version["pauses"]))
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        return path

    def items(self):
        pick = self.random
        items = [{"routine": "relax-face-let-go", "per_day": pick.randint(1, 2)}]
        if pick.random() < 0.8:
            side = pick.choice(["left", "right", None])
            items.append({"routine": "nmr-smile-eyes-open", "per_day": pick.randint(1, 2),
                          "side": side, "days": sorted(pick.sample(range(7), pick.randint(3, 6)))})
            if side and pick.random() < 0.6:
                items.append({"routine": "nmr-smile-eyes-open", "per_day": 1,
                              "side": "left" if side == "right" else "right"})
        if pick.random() < 0.7:
            items.append({"routine": "breath-box", "per_day": pick.randint(1, 3)})
        if pick.random() < 0.5:
            items.append({"routine": "med-body-scan", "per_day": 1, "days": [5, 6]})
        items.append({"task": "Eye drops", "per_day": 4})
        return items

    def add_version(self, plan, added, begins, ends=None, pauses=()):
        version = {"id": plan, "added": added, "removed": None, "from": begins, "to": ends,
                   "items": self.items(), "pauses": list(pauses)}
        # On the day of adding the version that asks less counts: of two that ask as much, either.
        older = figures.in_force(self.past, plan, added) if any(
            v["id"] == plan for v in self.past.versions) else None
        if older is not None:
            while sum(figures.asks(older, added).values()) == \
                    sum(figures.asks(version, added).values()):
                version["items"][0]["per_day"] += 1
        elif self.random.random() < 0.5:
            version["items"][0]["to"] = begins + self.random.randint(40, 90)
        self.past.versions.append(version)
        path = self.write_plan(version, "%s-%d.cfg" % (plan, added))
        self.run(added, "plan", "add", path)

    def add_starter(self, added):
        self.past.versions.append({
            "id": "starter-quiet", "added": added, "removed": None, "from": added,
            "to": added + 13, "pauses": [],
            "items": [{"routine": "relax-face-let-go", "per_day": 1},
                      {"routine": "breath-calm", "per_day": 1}]})
        self.run(added, "plan", "add", "starter-quiet")

    def pause(self, entered, plan, first, last):
        self.past.pauses.append((plan, first, last))
        arguments = ["plan", "pause", figures.date(first).isoformat(),
                     figures.date(last).isoformat(), "away"]
        self.run(entered, *arguments)

    def make_plans(self):
        pick, first = self.random, self.first
        self.add_starter(first + 3)
        self.add_version("weeks", first + 25, first + 20, pauses=[(first + 33, first + 35)])
        self.pause(first + 50, None, first + 48, first + 55)
        self.add_version("weeks", first + 90 + pick.randint(0, 5), first + 80)
        self.add_version("weeks", first + 150, first + 156 + pick.randint(0, 3),
                         pauses=[(first + 170, first + 172)])
        self.add_version("second", first + 200, first + 201, first + 290)
        self.pause(first + 230, None, first + 230, first + 236)
        self.add_version("weeks", first + 260, first + 250)
        removed = first + 330 + pick.randint(0, 4)
        for version in self.past.versions:
            if version["id"] == "weeks":
                version["removed"] = removed
        self.run(removed, "plan", "remove", "weeks")
        self.add_version("weeks", removed + 12, removed + 9)
