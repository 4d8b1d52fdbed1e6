import pytest

from batches import chunks, interleave, partition, runs, tail, take_until, unique, windows


def test_chunks():
    assert list(chunks(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(chunks([], 3)) == []


def test_chunks_are_lazy():
    endless = iter(int, 1)
    assert next(chunks(endless, 2)) == [0, 0]


def test_chunks_refuse_nothing():
    with pytest.raises(ValueError):
        list(chunks([1], 0))


def test_windows():
    assert list(windows("abcd", 2)) == [("a", "b"), ("b", "c"), ("c", "d")]


def test_windows_with_step():
    assert list(windows(range(8), 3, 2)) == [(0, 1, 2), (2, 3, 4), (4, 5, 6)]


def test_windows_of_too_few():
    assert list(windows([1], 2)) == []


def test_unique():
    assert list(unique([3, 1, 3, 2, 1])) == [3, 1, 2]


def test_unique_by_key():
    assert list(unique(["a", "B", "A", "c"], key=str.lower)) == ["a", "B", "c"]
    assert list(unique(["aa", "b", "cc", "d"], key=len)) == ["aa", "b"]


def test_runs():
    assert list(runs("aabccc")) == [("a", 2), ("b", 1), ("c", 3)]


def test_runs_of_none():
    assert list(runs([None, None, 1])) == [(None, 2), (1, 1)]
    assert list(runs([])) == []


def test_interleave():
    assert list(interleave("abc", [1], "xy")) == ["a", 1, "x", "b", "y", "c"]


def test_partition():
    assert partition(range(6), lambda n: n % 3 == 0) == ([0, 3], [1, 2, 4, 5])


def test_take_until():
    assert list(take_until([1, 2, 9, 3], lambda n: n > 5)) == [1, 2, 9]


def test_tail():
    assert tail(range(5), 2) == [3, 4]
    assert tail(range(5), 0) == []
