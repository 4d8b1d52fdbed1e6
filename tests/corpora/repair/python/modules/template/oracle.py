MODULE = "template"

VALUES = {"a": "hello <world>", "b": " x & y ", "n": 1, "m": 3, "e": "", "z": 0, "list": ["p", 2, "<q>"], "d": {"k": ["deep", "long text here"]}}


def place(random):
    name = random.choice(["a", "b", "n", "m", "e", "z", "list.0", "list.2", "list.3", "d.k.1", "d.x", "u", "list"])
    calls = [random.choice(["upper", "trim", "title", "shorten:6", "shorten:3", "shorten", "default:none", "default", "plural", "plural:y:ies", "join", "join:-", "what"]) for _ in range(random.choice([0, 1, 1, 2]))]
    return "{{" + random.choice(["", " "]) + " | ".join([name, *calls]) + random.choice(["", " ", "!"]) + "}}"


def cases(random):
    while True:
        name = random.choice(["render", "render", "render", "names", "escape"])
        if name == "escape":
            yield [name, ["".join(random.choice("a&<>;") for _ in range(random.randint(0, 8)))]]
            continue
        text = "".join(random.choice(["<b> ", "x", "{", "}"]) + place(random) for _ in range(random.choice([1, 1, 2])))
        yield [name, [text]]


def run(module, case):
    name, args = case
    if name == "render":
        return [module.render(args[0], VALUES), module.render(args[0], VALUES, html=True)]
    return getattr(module, name)(*args)
