MODULE = "geometry"


def rect(random):
    return [random.randint(-3, 6), random.randint(-3, 6), random.randint(0 if random.random() < 0.9 else -1, 6), random.randint(0, 6)]


def points(random, least, most=8):
    return [(random.randint(0, 5), random.randint(0, 5)) for _ in range(random.randint(least, most))]


def cases(random):
    while True:
        name = random.choice(["contains", "intersection", "union", "fit", "signed_area", "is_inside", "is_inside", "bounds", "hull", "hull"])
        if name == "contains":
            args = [rect(random), random.randint(-4, 8), random.randint(-4, 8)]
        elif name in ("intersection", "union"):
            args = [rect(random), rect(random)]
        elif name == "fit":
            args = [rect(random), random.randint(1, 4), random.randint(1, 4)]
        elif name == "signed_area":
            args = [points(random, 3)]
        elif name == "is_inside":
            args = [points(random, 3), random.randint(0, 10) / 2, random.randint(0, 10) / 2]
        else:
            args = [points(random, 0)]
        yield [name, args]


def run(module, case):
    name, args = case
    if name in ("contains", "intersection", "union", "fit"):
        first = module.Rect(*args[0])
        rest = [module.Rect(*args[1])] if name in ("intersection", "union") else args[1:]
        return [getattr(first, name)(*rest), first.area, first.right, first.bottom]
    return getattr(module, name)(*args)
