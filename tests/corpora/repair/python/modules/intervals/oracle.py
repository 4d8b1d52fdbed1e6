MODULE = "intervals"


def make(random):
    return [(a, a + random.randint(-1, 7)) for a in (random.randint(-5, 20) for _ in range(random.randint(0, 6)))]


def cases(random):
    while True:
        name = random.choice(["merge", "total", "gaps", "intersect", "subtract", "busiest"])
        args = [make(random)]
        if name == "gaps":
            low = random.randint(-5, 10)
            args += [low, low + random.randint(0, 20)]
        if name in ("intersect", "subtract"):
            args.append(make(random))
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
