from itertools import islice

MODULE = "retry"


def cases(random):
    while True:
        name = random.choice(["delays", "retry", "retry", "remember", "compose", "counters", "after"])
        if name == "delays":
            args = [random.randint(1, 4), random.choice([1, 2, 1.5]), random.choice([None, 5, 2])]
        elif name == "retry":
            args = [random.randint(0, 5), random.randint(0, 5), random.choice(["value", "key"]), random.randint(1, 3), random.choice([None, 2, 5])]
        elif name == "remember":
            args = [[[random.randint(0, 2), random.choice([None, 0, 1])] for _ in range(random.randint(1, 8))]]
        elif name == "compose":
            args = [random.randint(-3, 9), random.sample(["add", "double", "negate"], random.randint(0, 3))]
        elif name == "counters":
            args = [[random.choice("abc") for _ in range(random.randint(1, 7))]]
        else:
            args = [random.randint(0, 4), random.randint(1, 6)]
        yield [name, args]


def run(module, case):
    name, args = case
    if name == "delays":
        return list(islice(module.delays(*args), 6))
    if name == "retry":
        times, fails, kind, first, most = args
        log = []

        def function(n):
            log.append(n)
            if len(log) <= fails:
                raise ValueError if kind == "value" else KeyError
            return None if fails == 1 else n

        wrapped = module.retry(times, (ValueError, IndexError), lambda s: log.append(("sleep", s)), first, most)(function)
        for _ in range(2):
            try:
                log.append(("gave", wrapped(7)))
            except Exception as error:
                log.append(type(error).__name__)
        return log
    if name == "remember":
        log = []
        function = module.remember(lambda n, plus=None: log.append((n, plus)) or plus)
        for n, plus in args[0]:
            log.append(function(n) if plus == 0 else function(n, plus=plus))
            log.append(function.size())
        return log
    if name == "compose":
        known = {"add": lambda n: n + 1, "double": lambda n: n * 2, "negate": lambda n: -n}
        return module.compose(*[known[one] for one in args[1]])(args[0])
    if name == "counters":
        made = module.counters("abc")
        return [made[one]() for one in args[0]]
    function = module.after(args[0], lambda n: n)
    return [function(n) for n in range(args[1])]
