MODULE = "jobs"


def cases(random):
    while True:
        steps = []
        for _ in range(random.randint(4, 18)):
            name = random.choice(["add", "add", "add", "take", "take", "finish", "finish", "fail", "fail", "cancel"])
            if name == "add":
                steps.append([name, random.choice("abcdef"), random.randint(-1, 2), random.sample("abcdef", random.choice([0, 0, 1, 2]))])
            elif name == "cancel":
                steps.append([name, random.choice("abcdef")])
            else:
                steps.append([name, random.randint(0, 2)])
        yield [random.randint(1, 3), steps]


def run(module, case):
    queue = module.JobQueue(case[0])
    running, seen = [], []
    for name, *args in case[1]:
        try:
            if name == "take":
                taken = queue.take()
                if taken:
                    running.append(taken)
                seen.append(taken)
            elif name in ("finish", "fail"):
                target = running.pop(args[0] % len(running)) if running else "a"
                seen.append(getattr(queue, name)(target))
            else:
                seen.append(getattr(queue, name)(*args))
        except (ValueError, KeyError) as error:
            seen.append(type(error).__name__)
        seen.append(queue.counts())
    left = 40
    while left and (name := queue.take()) is not None:
        seen.append([name, queue.finish(name)])
        left -= 1
    return seen
