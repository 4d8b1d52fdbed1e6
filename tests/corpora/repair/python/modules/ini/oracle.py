MODULE = "ini"


def cases(random):
    while True:
        name = random.choice(["parse_ini", "parse_ini", "expand", "get_bool", "get_list", "merge", "dump"])
        value = lambda: random.choice(["", "1", " x", "'q'", "two words", "a\nb", '"', "$$", "X=Y"])
        section = lambda: {random.choice("xyz"): value() for _ in range(random.randint(0, 3))}
        if name == "parse_ini":
            args = ["\n".join(random.choice(["", "[a]", "[ b ]", "X = 1", "y=' z '", "  more", "\tand = more", "# r", "q", "k =", "z = a = b", "[c", "w = \"", "; s"][: 14 if random.random() < 0.3 else 8]) for _ in range(random.randint(1, 7)))]
        elif name == "expand":
            made = {one: {key: "".join(random.choice(["${x}", "${b:y}", "${a:z}", "$$", "t", "${y}", "${q}"]) for _ in range(random.choice([0, 1, 1, 2]))) for key in "xyz"} for one in "ab"}
            made["a"]["z"] = "end"
            args = [made, random.choice("ab"), random.choice("xyz")]
        elif name == "get_bool":
            args = [random.choice([" ", "YES", "on ", "1", "0", "False", "2", "no"])]
        elif name == "get_list":
            args = ["".join(random.choice("ab ,;\n") for _ in range(8)), random.choice(",;")]
        elif name == "merge":
            args = [{one: section() for one in random.sample("abc", 2)} for _ in range(random.randint(0, 3))]
        else:
            args = [{one: section() for one in ["", *random.sample("abc", 2)]}]
        yield [name, args]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
