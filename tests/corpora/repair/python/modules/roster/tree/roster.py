"""Who works when."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, order=True)
class Shift:
    """Hours of a day, from 0 to 24; one that ends at or before its start goes past midnight."""

    day: int
    start: int
    end: int
    person: str = field(default="", compare=False)

    @property
    def hours(self):
        length = self.end - self.start
        return length if length > 0 else length + 24

    @property
    def span(self):
        """(first, last) hour of the week."""
        first = self.day * 24 + self.start
        return first, first + self.hours

    def overlaps(self, other):
        (a, b), (c, d) = self.span, other.span
        return a < d and c < b


@dataclass
class Roster:
    shifts: list = field(default_factory=list)
    limits: dict = field(default_factory=dict)
    rest: int = 11

    def assign(self, shift, person):
        """Gives somebody a shift; None where it fits, else the reason."""
        taken = replace(shift, person=person)
        for other in self.of(person):
            if other.overlaps(taken):
                return "overlap"
            if self._pause(other, taken) < self.rest:
                return "rest"
        if self.hours(person) + taken.hours > self.limits.get(person, 40):
            return "limit"
        self.shifts.append(taken)
        self.shifts.sort()
        return None

    def _pause(self, one, other):
        first, second = sorted([one.span, other.span])
        return second[0] - first[1]

    def of(self, person):
        return [shift for shift in self.shifts if shift.person == person]

    def hours(self, person):
        return sum(shift.hours for shift in self.of(person))

    def people(self):
        """By hours, the most first, then by name."""
        names = {shift.person for shift in self.shifts}
        return sorted(names, key=lambda name: (-self.hours(name), name))

    def swap(self, first, second):
        """Two people change shifts, where each of them can take the other's; True when they did."""
        kept = list(self.shifts)
        self.shifts = [shift for shift in kept if shift not in (first, second) or shift.person not in (first.person, second.person)]
        done = self.assign(first, second.person) is None and self.assign(second, first.person) is None
        if not done:
            self.shifts = kept
        return done

    def open_hours(self, day, needed):
        """Hours of the day with fewer people than needed."""
        short = []
        for hour in range(24):
            at = day * 24 + hour
            present = sum(1 for shift in self.shifts if shift.span[0] <= at < shift.span[1])
            if present < needed:
                short.append(hour)
        return short
