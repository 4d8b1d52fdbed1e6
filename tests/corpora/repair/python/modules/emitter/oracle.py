MODULE = "emitter"


def cases(random):
    while True:
        steps = []
        for _ in range(random.randint(4, 15)):
            name = random.choice(["on", "on", "once", "off", "emit", "emit"])
            event = random.choice(["a", "b", "*"])
            if name in ("on", "once"):
                steps.append([name, event, random.randint(-1, 1), random.choice([None, None, 2]), random.choice([None, 1, 0, False, "again"])])
            elif name == "off":
                steps.append([name, random.randint(0, 4)])
            else:
                steps.append([name, random.choice("ab")])
        yield steps


def run(module, case):
    emitter = module.Emitter()
    log, offs = [], []

    def listen(number, result):
        def listener(*args):
            log.append(number)
            if result == "again" and len(log) < 40:
                emitter.emit("b", 9)
                return None
            return result

        return listener

    for number, (name, *args) in enumerate(case):
        if name == "on":
            offs.append(emitter.on(args[0], listen(number, args[3]), args[1], args[2]))
        elif name == "once":
            offs.append(emitter.once(args[0], listen(number, args[3]), args[1]))
        elif name == "off" and args[0] < len(offs):
            log.append(offs[args[0]]())
        elif name == "emit":
            log.append(emitter.emit(args[0], number))
        log.append([emitter.count(), emitter.count("a"), emitter.events()])
    return log
