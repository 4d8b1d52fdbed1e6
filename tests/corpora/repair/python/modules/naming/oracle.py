MODULE = "naming"


def cases(random):
    while True:
        name = random.choice(["split_words", "snake", "camel", "title", "slug", "slug", "initials", "plural", "enumerate_words", "common_prefix"])
        word = lambda: random.choice(["get", "HTTP", "User", "id2", "x", "URLs", "é", "of", "the", "Zoë", "A"])
        if name in ("split_words", "snake", "camel"):
            args = [random.choice(["", "_"]) + random.choice(["", "_", "-", " "]).join(word() for _ in range(random.randint(0, 4)))]
            if name == "camel":
                args.append(random.random() < 0.5)
        elif name == "title":
            args = [" ".join(word() for _ in range(random.randint(0, 5)))]
        elif name == "slug":
            args = [" ".join(word() for _ in range(random.choice([0, 1, 1, 2, 4, 5]))), random.randint(3, 12), random.choice([[], ["get", "x", "get-2", "of", "of-2", "of-3", "a", "the"]])]
        elif name == "initials":
            args = [" ".join(word() for _ in range(random.randint(0, 6))), random.randint(1, 4)]
        elif name == "plural":
            args = [random.choice(["fly", "toy", "bus", "fox", "quiz", "bench", "dish", "rock", "y", "guy", "bath"]), random.randint(0, 2)]
        elif name == "enumerate_words":
            args = [[word() for _ in range(random.randint(0, 4))], random.choice(["and", "or"])]
        else:
            args = [["_".join(random.choice(["a", "b", "ab"]) for _ in range(random.randint(1, 4))) for _ in range(random.randint(0, 3))]]
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
