MODULE = "duration"


def cases(random):
    while True:
        name = random.choice(["parse_duration", "format_duration", "format_clock", "parse_clock", "round_up"])
        if name == "parse_duration":
            units = random.sample("wdhms", random.randint(0, 3)) + random.choices("hmx ", k=random.randint(0, 1))
            text = random.choice(["", " "]).join(f"{random.randint(0, 99)}{unit}" for unit in units)
            args = [random.choice(["", "-", " "]) + text + random.choice(["", "", "", "7", " "])]
            if random.random() < 0.2:
                args = [args[0].upper()]
            elif random.random() < 0.2:
                args = [str(random.randint(-50, 500))]
        elif name == "format_duration":
            args = [random.choice([0, random.randint(-4000, 4000), random.randint(0, 2000000)]), random.randint(1, 5)]
        elif name == "format_clock":
            args = [random.randint(-9000, 90000)]
        elif name == "parse_clock":
            args = [":".join(str(random.randint(-1 if random.random() < 0.05 else 0, 62)) for _ in range(random.randint(1, 4)))]
        else:
            args = [random.randint(-500, 500), random.randint(-1, 70)]
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
