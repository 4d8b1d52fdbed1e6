from itertools import islice

import pytest

from retry import after, compose, counters, delays, remember, retry


def failing(times, error=ValueError):
    calls = []

    def function(*args):
        calls.append(args)
        if len(calls) <= times:
            raise error(len(calls))
        return len(calls)

    return function, calls


def test_delays():
    assert list(islice(delays(), 4)) == [1, 2, 4, 8]
    assert list(islice(delays(3, 3, most=20), 4)) == [3, 9, 20, 20]


def test_retry_until_it_works():
    function, calls = failing(2)
    waited = []
    assert retry(5, sleep=waited.append)(function)("x") == 3
    assert calls == [("x",)] * 3
    assert waited == [1, 2]


def test_retry_gives_up():
    function, calls = failing(9)
    waited = []
    with pytest.raises(ValueError):
        retry(3, sleep=waited.append)(function)()
    assert len(calls) == 3
    assert waited == [1, 2]


def test_retry_lets_other_errors_through():
    function, calls = failing(1, KeyError)
    with pytest.raises(KeyError):
        retry(3, errors=(ValueError,))(function)()
    assert len(calls) == 1


def test_retry_starts_anew_for_each_call():
    waited = []
    function, _ = failing(99)
    wrapped = retry(2, sleep=waited.append, first=5)(function)
    for _ in range(2):
        with pytest.raises(ValueError):
            wrapped()
    assert waited == [5, 5]


def test_retry_with_a_limit():
    waited = []
    function, _ = failing(4)
    retry(6, sleep=waited.append, most=3)(function)()
    assert waited == [1, 2, 3, 3]


def test_retry_refuses_no_try():
    with pytest.raises(ValueError):
        retry(0)


def test_remember():
    calls = []

    @remember
    def double(n, plus=0):
        calls.append(n)
        return n * 2 + plus

    assert [double(2), double(2), double(3), double(2, plus=1)] == [4, 4, 6, 5]
    assert calls == [2, 3, 2]
    assert double.size() == 3
    double.forget()
    double(2)
    assert len(calls) == 4


def test_remember_none():
    calls = []
    function = remember(lambda n: calls.append(n))
    function(1)
    function(1)
    assert calls == [1]


def test_compose():
    assert compose(str, lambda n: n + 1)(4) == "5"
    assert compose()(3) == 3


def test_counters_are_apart():
    made = counters(["a", "b"])
    assert [made["a"](), made["a"](), made["b"]()] == ["a-1", "a-2", "b-1"]


def test_after():
    function = after(3, lambda n: n * 2)
    assert [function(1), function(2), function(3), function(4)] == [None, None, 6, 8]
