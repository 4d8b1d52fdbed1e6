import pytest

from lru import Cache


class Clock:
    def __init__(self):
        self.now = 0

    def __call__(self):
        return self.now


def test_keeps_values():
    cache = Cache(2)
    cache.put("a", 1)
    assert cache.get("a") == 1
    assert cache.get("b") is None
    assert cache.get("b", 7) == 7


def test_evicts_the_least_lately_used():
    cache = Cache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    assert cache.put("c", 3) == "b"
    assert cache.keys() == ["a", "c"]


def test_put_again_evicts_nothing():
    cache = Cache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.put("a", 9) is None
    assert cache.keys() == ["b", "a"]


def test_refuses_no_size():
    with pytest.raises(ValueError):
        Cache(0)


def test_entries_grow_old():
    clock = Clock()
    cache = Cache(3, ttl=10, clock=clock)
    cache.put("a", 1)
    clock.now = 9
    assert cache.get("a") == 1
    clock.now = 10
    assert "a" not in cache
    assert cache.get("a") is None


def test_a_new_value_is_young():
    clock = Clock()
    cache = Cache(3, ttl=10, clock=clock)
    cache.put("a", 1)
    clock.now = 8
    cache.put("a", 2)
    clock.now = 15
    assert cache.get("a") == 2


def test_stale_go_before_good_ones():
    clock = Clock()
    cache = Cache(2, ttl=10, clock=clock)
    cache.put("old", 1)
    clock.now = 5
    cache.put("young", 2)
    cache.get("old")
    clock.now = 12
    assert cache.put("new", 3) is None
    assert cache.keys() == ["young", "new"]


def test_expire_counts():
    clock = Clock()
    cache = Cache(5, ttl=3, clock=clock)
    cache.put("a", 1)
    cache.put("b", 1)
    clock.now = 2
    cache.put("c", 1)
    clock.now = 4
    assert cache.expire() == 2
    assert len(cache) == 1


def test_get_or_make_makes_once():
    made = []
    cache = Cache(2)
    for _ in range(3):
        cache.get_or_make("a", lambda key: made.append(key))
    assert made == ["a"]


def test_hit_rate():
    cache = Cache(2)
    assert cache.hit_rate() == 0
    cache.put("a", 1)
    cache.get("a")
    cache.get("a")
    cache.get("x")
    cache.get("a")
    assert cache.hit_rate() == 0.75
