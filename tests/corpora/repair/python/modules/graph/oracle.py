MODULE = "graph"


def cases(random):
    while True:
        name = random.choice(["nodes_of", "reverse", "components", "distances", "distances", "layers", "has_circle", "two_colours"])
        size = random.randint(1, 9)
        forward = random.random() < 0.6
        graph = {}
        for node in random.sample(range(size), random.randint(size // 2, size)):
            others = [other for other in range(size) if (other > node if forward else other != node or random.random() < 0.1)]
            graph[node] = random.sample(others, min(len(others), random.randint(0, 3)))
        yield [name, [graph, random.randrange((size + 1) // 2)] if name == "distances" else [graph]]


def run(module, case):
    name, args = case
    return getattr(module, name)(*args)
