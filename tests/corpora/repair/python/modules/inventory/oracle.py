MODULE = "inventory"


def wanted(random):
    return {item: random.randint(0 if random.random() < 0.05 else 1, 6) for item in random.sample("abc" if random.random() < 0.3 else "ab", random.randint(1, 2))}


def cases(random):
    while True:
        steps = []
        for _ in range(random.randint(6, 22)):
            name = random.choice(["receive", "receive", "reserve", "reserve", "cancel", "ship", "low", "available"])
            if name == "receive":
                steps.append([name, random.choice("ab"), random.randint(0, 12)])
            elif name == "reserve":
                steps.append([name, wanted(random)])
            elif name == "low":
                steps.append([name, {item: random.randint(0, 9) for item in "abd"}])
            elif name == "available":
                steps.append([name, random.choice("abcd")])
            else:
                steps.append([name, random.randint(1, 5)])
        yield steps


def run(module, case):
    stock = module.Inventory()
    seen = []
    for name, *args in case:
        try:
            seen.append(getattr(stock, name)(*args))
        except Exception as error:
            seen.append(type(error).__name__)
        if name == "reserve" and len(args[0]) == 2:
            args[0].clear()
        seen.append(stock.snapshot())
    return seen
