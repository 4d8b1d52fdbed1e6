import pytest

from dictdiff import deep_merge, diff, flatten_keys, get_path, patch, set_path, unflatten


def test_get_path():
    data = {"a": [{"b": 5}]}
    assert get_path(data, ["a", 0, "b"]) == 5
    assert get_path(data, ["a", 1, "b"], "none") == "none"
    assert get_path(data, ["a", "x"]) is None
    assert get_path(data, []) is data


def test_set_path():
    data = {"a": {"b": 1}, "c": [1, {"d": 2}]}
    assert set_path(data, ["a", "x"], 3) == {"a": {"b": 1, "x": 3}, "c": [1, {"d": 2}]}
    assert set_path(data, ["c", 1, "d"], 9)["c"] == [1, {"d": 9}]
    assert data == {"a": {"b": 1}, "c": [1, {"d": 2}]}


def test_set_path_makes_dicts():
    assert set_path({}, ["a", "b", "c"], 1) == {"a": {"b": {"c": 1}}}


def test_flatten():
    assert flatten_keys({"a": {"b": 1, "c": {"d": 2}}, "e": {}, "f": [1]}) == {"a.b": 1, "a.c.d": 2, "e": {}, "f": [1]}


def test_unflatten():
    assert unflatten({"a.b": 1, "a.c.d": 2, "e": 3}) == {"a": {"b": 1, "c": {"d": 2}}, "e": 3}


@pytest.mark.parametrize("flat", [{"a": 1, "a.b": 2}, {"a.b": 2, "a": 1}])
def test_unflatten_refuses(flat):
    with pytest.raises(ValueError):
        unflatten(flat)


def test_diff():
    old = {"a": 1, "b": {"c": 2, "d": 3}, "z": [1]}
    new = {"a": 1, "b": {"c": 5, "e": 4}, "z": [1]}
    assert diff(old, new) == [
        ("changed", ("b", "c"), 2, 5),
        ("removed", ("b", "d"), 3, None),
        ("added", ("b", "e"), None, 4),
    ]


def test_diff_of_kinds():
    assert diff({"a": {}}, {"a": None}) == [("changed", ("a",), {}, None)]
    assert diff({"a": None}, {}) == [("removed", ("a",), None, None)]


def test_patch():
    old = {"a": 1, "b": {"c": 2, "d": 3}}
    new = {"b": {"c": 5, "e": {"f": 1}}, "g": 2}
    assert patch(old, diff(old, new)) == new
    assert old == {"a": 1, "b": {"c": 2, "d": 3}}


def test_deep_merge():
    base = {"a": {"x": 1, "y": 2}, "b": [1, 2], "c": 3}
    extra = {"a": {"y": None, "z": 5}, "b": [2, 4], "d": {"e": 1}}
    assert deep_merge(base, extra) == {"a": {"x": 1, "z": 5}, "b": [1, 2, 4], "c": 3, "d": {"e": 1}}
    assert base == {"a": {"x": 1, "y": 2}, "b": [1, 2], "c": 3}


def test_deep_merge_of_kinds():
    assert deep_merge({"a": {"x": 1}}, {"a": 5}) == {"a": 5}
    assert deep_merge({"a": 5}, {"a": {"x": 1}}) == {"a": {"x": 1}}
