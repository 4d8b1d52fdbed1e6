MODULE = "paging"


def cases(random):
    while True:
        name = random.choice(["count_pages", "get_page", "list_links", "describe_range", "cursor", "decode_cursor", "follow"])
        if name == "count_pages":
            args = [random.randint(0, 60), random.randint(0, 12)]
        elif name in ("get_page", "describe_range"):
            args = [list(range(random.randint(0, 40))), random.randint(-2, 9), random.randint(1, 12)]
        elif name == "list_links":
            pages = random.randint(1, 25)
            args = [random.randint(1, pages), pages, random.randint(0, 3)]
        elif name == "cursor":
            args = [random.randint(0, 99999)]
        elif name == "decode_cursor":
            args = [random.choice([None, "", "YXQ6NA", "YXQ6", "YXQ6eA", "Ynk6NA", "YXQ6MTI", "YXQ6MTIz"])]
        else:
            args = [list(range(random.randint(0, 14))), None, random.randint(1, 5)]
        yield [name, args]


def run(module, case):
    name, args = case
    if name == "cursor":
        text = module.encode_cursor(*args)
        return [text, module.decode_cursor(text)]
    if name == "describe_range":
        return module.describe_range(module.get_page(*args), args[2])
    if name == "get_page":
        page = module.get_page(*args)
        return [page, page.has_next, page.has_previous]
    if name == "follow":
        seen = []
        for _ in range(20):
            some, args[1] = module.follow(*args)
            seen.append([some, args[1]])
            if args[1] is None:
                break
        return seen
    return getattr(module, name)(*args)
