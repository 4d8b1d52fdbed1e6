MODULE = "matrix"


def make(random, rows, columns):
    return [[random.randint(-2, 4) for _ in range(columns)] for _ in range(rows)]


def cases(random):
    while True:
        name = random.choice(["identity", "transpose", "multiply", "power", "determinant", "rotate", "spiral", "set_zeroes", "neighbours"])
        rows, columns = random.randint(1, 4), random.randint(1, 4)
        args = [make(random, rows, columns)]
        if name == "identity":
            args = [rows]
        elif name == "multiply":
            args.append(make(random, columns if random.random() < 0.9 else 5, random.randint(1, 3)))
        elif name == "power":
            args = [make(random, rows, rows), random.randint(0, 6)]
        elif name == "determinant":
            args = [make(random, rows, rows)]
        elif name == "rotate":
            args.append(random.randint(-3, 5))
        elif name == "neighbours":
            args += [random.randrange(rows), random.randrange(columns)]
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
