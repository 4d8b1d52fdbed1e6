MODULE = "csvline"


def text(random, most=8):
    return "".join(random.choice('ab1 ,;"\t') for _ in range(random.randint(0, most)))


def cases(random):
    while True:
        name = random.choice(["split_line", "join_line", "quote", "read_table", "guess_separator"])
        if name == "split_line":
            args = [text(random, 14)]
            if random.random() < 0.5:
                args = [",".join(random.choice(['"a""b"', "x", "", '"1,2"', ' "q"', '""']) for _ in range(random.randint(1, 4)))]
        elif name == "join_line":
            args = [[random.choice([None, 3, text(random), "a\nb"]) for _ in range(random.randint(0, 4))]]
        elif name == "quote":
            args = [random.choice([None, 0, text(random)])]
        elif name == "read_table":
            args = [[random.choice(["a,b,c", " a , b", "1,2", "x", "", "  ", '"p,q",2\r\n', "1,2,3,4"]) for _ in range(random.randint(0, 5))]]
        else:
            args = [[random.choice(["a,b", "a;b;c", "p,q,r;s", "x;y,z;w", "1\t2\t3\t4", "", "q"]) for _ in range(random.randint(1, 3))]]
        if name != "guess_separator" and random.random() < 0.3:
            args.append(random.choice(";\t"))
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
