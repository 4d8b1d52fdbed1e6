MODULE = "stats"


def make(random, least=0):
    return [random.choice([random.randint(-5, 9), random.randint(0, 40) / 4]) for _ in range(random.randint(least, 9))]


def cases(random):
    while True:
        name = random.choice(["mean", "median", "modes", "deviation", "percentile", "moving_average", "histogram", "rank", "correlation"])
        args = [make(random)]
        if name == "deviation":
            args.append(random.random() < 0.5)
        elif name == "percentile":
            args = [make(random, 1), random.choice([-1, 0, 10, 25, 33, 50, 75, 90, 100, 101])]
        elif name == "moving_average":
            args.append(random.randint(1, 5))
        elif name == "histogram":
            low = random.randint(-5, 4)
            args += [low, low + random.randint(1, 8), random.randint(1, 5)]
        elif name == "correlation":
            args.append([random.randint(0, 9) for _ in args[0]] + [1] * (random.random() < 0.1))
        yield [name, args]


def run(module, case):
    name, args = case
    if name in ("mean", "deviation"):
        args[0] = iter(args[0])
    result = getattr(module, name)(*args)
    return round(result, 9) + 0.0 if isinstance(result, float) else result
