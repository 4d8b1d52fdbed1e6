MODULE = "bst"


def cases(random):
    while True:
        keys = random.sample(range(20), random.randint(0, 12))
        steps = []
        for _ in range(random.randint(2, 10)):
            name = random.choice(["insert", "remove", "remove", "remove", "in", "floor", "between", "kth"])
            args = [random.choice([*keys, random.randint(-1, 21)])]
            if name == "between":
                args.append(args[0] + random.randint(-2, 9))
            if name == "kth":
                args = [random.randint(-1, 10)]
            steps.append([name, *args])
        yield [keys, steps]


def run(module, case):
    keys, steps = case
    tree = module.SortedTree(keys)
    seen = []
    for name, *args in steps:
        try:
            seen.append(args[0] in tree if name == "in" else getattr(tree, name)(*args))
        except IndexError:
            seen.append("IndexError")
        seen.append([list(tree), len(tree), tree.height()])
    return seen
