MODULE = "batches"


def make(random, most=9):
    return [random.choice([None, 0, 1, 2, 3, "a"]) for _ in range(random.randint(0, most))]


def cases(random):
    while True:
        name = random.choice(["chunks", "windows", "unique", "runs", "interleave", "partition", "take_until", "tail"])
        args = [make(random)]
        if name in ("chunks", "tail"):
            args.append(random.randint(0, 5))
        if name == "windows":
            args += [random.randint(1, 4), random.randint(1, 3)]
        if name == "unique":
            args.append(random.choice([None, "str", "type"]))
        if name == "interleave":
            args += [make(random, 5) for _ in range(random.randint(0, 3))]
        yield [name, args]


def run(module, case):
    name, args = case
    call = getattr(module, name)
    if name == "unique":
        return call(args[0], {"str": str, "type": lambda item: type(item).__name__, None: None}[args[1]])
    if name in ("partition", "take_until"):
        return call(args[0], lambda item: item in (1, "a"))
    if name in ("chunks", "interleave"):
        # Laziness shows in what is drawn.
        drawn = []
        source = (drawn.append(item) or item for item in args[0])
        made = call(source, *args[1:])
        first = next(made, "nothing")
        return [first, list(drawn), list(made)]
    return call(*args)
