MODULE = "trie"


def word(random, letters="ab", most=4):
    return "".join(random.choice(letters) for _ in range(random.randint(0, most)))


def cases(random):
    while True:
        steps = []
        for _ in range(random.randint(4, 14)):
            name = random.choice(["add", "add", "add", "remove", "in", "complete", "longest_prefix", "match"])
            args = [word(random, "ab?" if name == "match" else "abc", 6 if name == "longest_prefix" else 4)]
            if name == "complete" and random.random() < 0.5:
                args.append(random.randint(0, 3))
            steps.append([name, *args])
        yield steps


def run(module, case):
    trie = module.Trie(["ab", "a"])
    seen = []
    for name, *args in case:
        seen.append(args[0] in trie if name == "in" else getattr(trie, name)(*args))
        seen.append(len(trie))
    seen.append(trie._root)
    return seen
