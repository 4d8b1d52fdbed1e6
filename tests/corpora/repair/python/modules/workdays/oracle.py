from datetime import date, timedelta

MODULE = "workdays"


def make(random, days=800):
    return date(2022, 11, 1) + timedelta(days=random.randint(0, days))


def cases(random):
    while True:
        name = random.choice(["is_workday", "next_workday", "add_workdays", "workdays_between", "month_end", "add_months", "nth_weekday", "age_on", "quarter"])
        day = make(random)
        holidays = [day + timedelta(days=random.randint(-6, 8)) for _ in range(random.randint(0, 3))]
        if name in ("is_workday", "next_workday"):
            args = [day, holidays]
        elif name == "add_workdays":
            args = [day, random.randint(-9, 9), holidays]
        elif name == "workdays_between":
            args = [day, day + timedelta(days=random.randint(-15, 15)), holidays]
        elif name == "add_months":
            args = [random.choice([day, date(2023, random.choice([1, 3, 5, 8, 10, 12]), random.randint(29, 31))]), random.randint(-30, 30)]
        elif name == "nth_weekday":
            args = [2024, random.randint(1, 12), random.randint(0, 6), random.choice([-1, 0, 1, 2, 3, 4, 5])]
        elif name == "age_on":
            args = [make(random) - timedelta(days=random.randint(3000, 12000)), day]
            if random.random() < 0.3:
                args[0] = day.replace(year=1990, day=min(day.day, 28))
        else:
            args = [day]
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
