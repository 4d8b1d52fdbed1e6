MODULE = "lru"


def cases(random):
    while True:
        steps = []
        for _ in range(random.randint(3, 18)):
            name = random.choice(["put", "put", "get", "get", "tick", "expire", "make", "in"])
            if name == "tick":
                steps.append([name, random.randint(1, 6)])
            elif name == "expire":
                steps.append([name])
            else:
                steps.append([name, random.choice("abcde"), random.choice([None, 0, 1, 2])])
        yield [random.randint(1, 3), random.choice([None, 5, 9]), steps]


def run(module, case):
    size, ttl, steps = case
    now = [0]
    cache = module.Cache(size, ttl, lambda: now[0])
    seen = []
    for name, *args in steps:
        if name == "tick":
            now[0] += args[0]
        elif name == "expire":
            seen.append(cache.expire())
        elif name == "put":
            seen.append(cache.put(*args))
        elif name == "get":
            seen.append(cache.get(*args))
        elif name == "make":
            seen.append(cache.get_or_make(args[0], lambda key: args[1]))
        else:
            seen.append(args[0] in cache)
        seen.append([cache.keys(), len(cache), cache.hits, cache.misses, cache.hit_rate()])
    return seen
