MODULE = "transactions"


def cases(random):
    while True:
        if random.random() < 0.15:
            yield ["transfer", [random.choice("ab"), random.choice("abc"), random.randint(-2, 9), random.randint(0, 2)]]
            continue
        if random.random() < 0.25:
            steps = [random.choice([["transfer", random.choice("ab"), random.choice("abc"), random.randint(-1, 6)], ["set", "c", 3], ["delete", "a"], ["set"]]) for _ in range(random.randint(1, 6))]
            yield ["apply", steps]
            continue
        steps = []
        for _ in range(random.randint(4, 16)):
            name = random.choice(["get", "set", "set", "delete", "delete", "begin", "begin", "commit", "rollback"])
            args = {"get": [random.choice("abc"), "none"], "set": [random.choice("abc"), random.choice([None, 1, 2])], "delete": [random.choice("abc")]}.get(name, [])
            steps.append([name, *args])
        yield ["steps", steps]


def run(module, case):
    name, steps = case
    values = {"a": 5, "b": 7}
    store = module.Store(values)
    if name == "transfer":
        *steps, depth = steps
        seen = []
        try:
            module.transfer(store, *steps)
        except ValueError:
            seen.append("refused")
        seen.append([store.get(key) for key in "abc"])
        try:
            with store.transaction():
                store.set("c", 1)
                for at in range(depth):
                    store.begin()
                    store.set("a", at)
                if steps[2] > 3:
                    raise KeyError
        except KeyError:
            seen.append("taken back")
        return [seen, store.depth, [store.get(key) for key in "abc"], values]
    if name == "apply":
        return [module.apply_all(store, steps), store.keys(), [store.get(key) for key in "abc"], store.depth]
    seen = []
    for step, *args in steps:
        try:
            seen.append(getattr(store, step)(*args))
        except Exception as error:
            seen.append(type(error).__name__)
        seen.append([dict(values), store.keys(), [store.get(key, "none") for key in "abc"], store.depth])
    return seen
