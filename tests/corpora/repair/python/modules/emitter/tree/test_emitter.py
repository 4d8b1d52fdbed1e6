from emitter import Emitter


def recorder(log, name, result=None):
    def listener(*args):
        log.append((name, *args))
        return result

    return listener


def test_tells_in_order():
    log = []
    emitter = Emitter()
    emitter.on("save", recorder(log, "first"))
    emitter.on("save", recorder(log, "second"))
    emitter.emit("save", 1)
    assert log == [("first", 1), ("second", 1)]


def test_priority():
    log = []
    emitter = Emitter()
    emitter.on("save", recorder(log, "low"))
    emitter.on("save", recorder(log, "high"), priority=5)
    emitter.on("save", recorder(log, "lowest"), priority=-1)
    emitter.emit("save")
    assert [name for name, in log] == ["high", "low", "lowest"]


def test_off():
    log = []
    emitter = Emitter()
    off = emitter.on("save", recorder(log, "a"))
    assert off() is True
    assert off() is False
    emitter.emit("save")
    assert log == []
    assert emitter.events() == []


def test_once():
    log = []
    emitter = Emitter()
    emitter.once("save", recorder(log, "a"))
    emitter.emit("save")
    emitter.emit("save")
    assert len(log) == 1
    assert emitter.count("save") == 0


def test_times():
    log = []
    emitter = Emitter()
    emitter.on("save", recorder(log, "a"), times=2)
    for _ in range(4):
        emitter.emit("save")
    assert len(log) == 2


def test_once_leaves_others():
    log = []
    emitter = Emitter()
    emitter.once("save", recorder(log, "a"))
    emitter.on("save", recorder(log, "b"))
    emitter.emit("save")
    emitter.emit("save")
    assert [name for name, in log] == ["a", "b", "b"]


def test_once_leaves_others_with_times():
    log = []
    emitter = Emitter()
    emitter.once("save", recorder(log, "a"))
    emitter.on("save", recorder(log, "b"), times=3)
    for _ in range(5):
        emitter.emit("save")
    assert [name for name, in log] == ["a", "b", "b", "b"]


def test_results_without_none():
    emitter = Emitter()
    emitter.on("ask", lambda: 1)
    emitter.on("ask", lambda: None)
    emitter.on("ask", lambda: 0)
    assert emitter.emit("ask") == [1, 0]
    assert emitter.emit("other") == []


def test_false_stops():
    log = []
    emitter = Emitter()
    emitter.on("save", recorder(log, "a", False))
    emitter.on("save", recorder(log, "b"))
    assert emitter.emit("save") == []
    assert log == [("a",)]


def test_star_hears_everything():
    log = []
    emitter = Emitter()
    emitter.on("*", recorder(log, "star"))
    emitter.on("save", recorder(log, "own"))
    emitter.emit("save")
    emitter.emit("load")
    assert [name for name, in log] == ["own", "star", "star"]


def test_listener_that_adds_a_listener():
    emitter = Emitter()
    log = []
    emitter.on("save", lambda: emitter.on("save", recorder(log, "new")))
    emitter.emit("save")
    assert log == []


def test_once_that_emits_again():
    emitter = Emitter()
    log = []

    def listener():
        log.append("x")
        emitter.emit("save")

    emitter.once("save", listener)
    emitter.emit("save")
    assert log == ["x"]


def test_count():
    emitter = Emitter()
    emitter.on("a", print)
    emitter.on("a", len)
    emitter.on("b", print)
    assert emitter.count("a") == 2
    assert emitter.count() == 3
    assert emitter.events() == ["a", "b"]
