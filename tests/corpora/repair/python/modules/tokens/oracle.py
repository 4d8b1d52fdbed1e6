MODULE = "tokens"


def make(random, depth=0):
    roll = random.random()
    if depth > 3 or roll < 0.35:
        return random.choice(["1", "2", "3.5", "0", "x", "y", "q" if random.random() < 0.2 else "1", "a_1", ".5", "7"])
    if roll < 0.75:
        return make(random, depth + 1) + random.choice([" ", ""]) + random.choice("+-*/^" if depth > 1 else "+-*/-") + make(random, depth + 1)
    if roll < 0.85:
        return "-" + make(random, depth + 1)
    if roll < 0.93:
        return "(" + make(random, depth + 1) + ")"
    inner = ", ".join(make(random, depth + 2) for _ in range(random.randint(1, 3)))
    return random.choice(["max", "min", "abs", "half", "foo"]) + f"({inner})"


def cases(random):
    while True:
        text = make(random)
        if random.random() < 0.15:
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(["(", ")", " 2 ", "+", "$", "z", ".."]) + text[at:]
        yield text


def run(module, case):
    value = module.calculate(case, x=2, y=-3, a_1=5)
    if isinstance(value, complex):
        return [round(value.real, 6), round(value.imag, 6)]
    return value
