MODULE = "roster"


def cases(random):
    while True:
        steps = []
        for _ in range(random.randint(2, 10)):
            start = random.choice([0, 6, 8, 14, 20, 22])
            steps.append([random.randint(0, 4), start, (start + random.choice([4, 6, 8, 12, 24])) % 24, random.choice("abc")])
        yield [steps, {"a": random.choice([8, 12, 20, 40])}, random.choice([8, 11]), [random.randrange(len(steps)), random.randrange(len(steps))], random.randint(0, 2)]


def run(module, case):
    steps, limits, rest, pair, needed = case
    roster = module.Roster(limits=limits, rest=rest)
    seen = []
    for day, start, end, person in steps:
        shift = module.Shift(day, start, end)
        seen.append([roster.assign(shift, person), shift.hours, shift.span, roster.hours(person)])
    if len(roster.shifts) > 1:
        first, second = (roster.shifts[at % len(roster.shifts)] for at in pair)
        seen.append([first.overlaps(second), first.person != second.person and roster.swap(first, second)])
    seen += [roster.shifts, roster.people(), [roster.open_hours(day, needed) for day in range(3)]]
    return seen
