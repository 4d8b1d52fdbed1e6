MODULE = "bitset"


def cases(random):
    while True:
        name = random.choice(["sets", "sets", "pack", "unpack", "gray", "ungray", "reverse_bits", "varint", "decode_varint"])
        if name == "sets":
            args = [[random.randint(0, 12) for _ in range(random.randint(0, 6))] for _ in range(2)] + [random.randint(-1 if random.random() < 0.1 else 0, 12)]
        elif name == "pack":
            widths = [random.randint(1, 4) for _ in range(random.randint(1, 4))]
            args = [[random.randint(0, (1 << width) - (random.random() < 0.9)) for width in widths], widths]
        elif name == "unpack":
            args = [random.randint(0, 5000), [random.randint(1, 4) for _ in range(random.randint(1, 4))]]
        elif name == "reverse_bits":
            args = [random.randint(0, 300), random.randint(0, 9)]
        elif name == "decode_varint":
            args = [[random.choice([0, 1, 127, 128, 200, 255]) for _ in range(random.randint(0, 4))]]
        else:
            args = [random.choice([random.randint(0, 300), random.randint(0, 3000000)])]
        yield [name, args]


def run(module, case):
    name, args = case
    if name == "sets":
        left, right = module.BitSet(args[0]), module.BitSet(args[1])
        seen = [list(left | right), list(left & right), list(left - right), left <= right, left == right, len(left), left.max(), left.ranges(), args[2] in left]
        left.discard(3)
        left.add(args[2])
        return [*seen, list(left)]
    if name == "varint":
        data = module.encode_varint(*args)
        return [data, module.decode_varint(data + b"\x05")]
    return getattr(module, name)(*args)
