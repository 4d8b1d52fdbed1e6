import pytest

from graph import components, distances, has_circle, layers, nodes_of, reverse, two_colours


def test_nodes():
    assert nodes_of({"a": ["b", "c"], "d": []}) == ["a", "b", "c", "d"]


def test_reverse():
    assert reverse({"a": ["b", "c"], "b": ["c"]}) == {"a": [], "b": ["a"], "c": ["a", "b"]}


def test_components():
    assert components({"a": ["b"], "c": ["d"], "d": ["e"], "f": []}) == [["c", "d", "e"], ["a", "b"], ["f"]]


def test_components_follow_edges_back():
    assert components({"a": ["c"], "b": ["c"]}) == [["a", "b", "c"]]


def test_distances():
    graph = {1: [2, 3], 2: [4], 3: [4], 4: [5], 9: [1]}
    assert distances(graph, 1) == {1: 0, 2: 1, 3: 1, 4: 2, 5: 3}


def test_distances_take_the_short_way():
    assert distances({1: [2, 3], 2: [5], 5: [3], 3: []}, 1)[3] == 1
    assert distances({1: [2, 3], 3: [5], 5: [4], 2: [4]}, 1)[4] == 2


def test_layers():
    graph = {"app": ["lib", "log"], "lib": ["core"], "log": ["core"], "tool": []}
    assert layers(graph) == [["core", "tool"], ["lib", "log"], ["app"]]


def test_layers_refuse_circles():
    with pytest.raises(ValueError):
        layers({"a": ["b"], "b": ["a"], "c": []})


def test_circle():
    assert has_circle({1: [2], 2: [3], 3: [1]})
    assert has_circle({1: [1]})


def test_a_diamond_is_no_circle():
    assert not has_circle({1: [2, 3], 2: [4], 3: [4]})


def test_two_colours():
    assert two_colours({1: [2], 2: [3], 3: [4], 4: [1]}) == {1: 0, 2: 1, 3: 0, 4: 1}


def test_two_colours_of_a_triangle():
    assert two_colours({1: [2], 2: [3], 3: [1]}) is None


def test_two_colours_in_each_component():
    assert two_colours({1: [2], 3: [4], 5: [4]}) == {1: 0, 2: 1, 3: 0, 4: 1, 5: 0}
