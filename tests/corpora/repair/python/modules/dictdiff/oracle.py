MODULE = "dictdiff"


def make(random, depth=0):
    roll = random.random()
    if depth > 2 or (roll < 0.4 and depth > 0):
        return random.choice([None, 0, 1, "s", [1, 2], [], {}, [{"a": 1}]])
    return {key: make(random, depth + 1) for key in random.sample("abc", random.randint(0, 3))}


def cases(random):
    while True:
        name = random.choice(["get_path", "set_path", "flatten_keys", "unflatten", "diff", "patch", "deep_merge"])
        if name in ("get_path", "set_path"):
            args = [make(random), [random.choice(["a", "b", "c", 0, "a", "b"]) for _ in range(random.randint(0, 3))], random.choice([None, 7])]
        elif name == "flatten_keys":
            args = [make(random)]
        elif name == "unflatten":
            args = [{".".join(random.choice("ab") for _ in range(random.randint(1, 3))): random.choice([1, {}, None]) for _ in range(random.randint(0, 4))}]
        else:
            args = [make(random), make(random)]
        yield [name, args]


def run(module, case):
    name, args = case
    if name == "patch":
        changes = module.diff(*args)
        return module.patch(args[0], changes)
    return getattr(module, name)(*args)
