MODULE = "versions"


def make(random, tagged=0.35):
    text = ".".join(str(random.choice([0, 0, 0, 1, 1, 2, 10])) for _ in range(3))
    if random.random() < tagged:
        text += "-" + ".".join(random.choice(["1", "2", "10", "a", "rc", "b"]) for _ in range(random.randint(1, 2)))
    return text


def cases(random):
    while True:
        name = random.choice(["parse", "order", "bump", "bump", "satisfies", "satisfies", "satisfies", "newest"])
        if name == "parse":
            args = [random.choice(["", "v", " "]) + make(random) + random.choice(["", "", "+x", ".1", "-"])]
        elif name == "order":
            args = [[make(random) if random.random() < 0.4 else "1.0.0-" + random.choice(["1", "2", "10", "a.2", "a.10", "a", "b"]) for _ in range(6)]]
        elif name == "bump":
            args = [make(random, 0.7), random.choice(["major", "minor", "patch", "patch", "other"])]
        else:
            condition = lambda: random.choice(["^", "~", ">=", "<=", ">", "<", "", "=", "^", "~"]) + make(random, 0.1)
            wanted = condition() + random.choice(["", "", " " + condition(), " || " + condition(), " || " + condition() + " " + condition()])
            if random.random() < 0.4:
                wanted = random.choice("^~") + f"0.{random.randint(0, 2)}.{random.randint(0, 2)}"
                near = f"0.{random.randint(0, 3)}.{random.randint(0, 3)}"
                wanted += random.choice(["", f" || {near} <9.0.0", f" <{near} || 1.0.0"])
                bounds = [near]
            else:
                bounds = [part.lstrip("^~<>=") for part in wanted.replace("|", " ").split()]
            args = [random.choice([make(random), *bounds]), wanted] if name == "satisfies" else [[make(random) for _ in range(4)], random.choice(["*", wanted])]
        yield [name, args]


def run(module, case):
    name, args = case
    if name == "parse":
        version = module.parse(*args)
        return [str(version), version.pre]
    if name == "order":
        first, second, *_ = map(module.parse, args[0])
        return [sorted(args[0], key=module.parse), first == second, first <= second, first > second]
    if name == "bump":
        return str(module.bump(module.parse(args[0]), args[1]))
    if name == "satisfies":
        return module.satisfies(module.parse(args[0]), args[1])
    return module.newest(*args)
