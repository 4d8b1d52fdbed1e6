import pytest

from trie import Trie


@pytest.fixture
def trie():
    return Trie(["car", "card", "care", "cat", "dog", "do"])


def test_contains(trie):
    assert "car" in trie
    assert "ca" not in trie
    assert "cart" not in trie


def test_add_counts_once(trie):
    assert len(trie) == 6
    assert trie.add("cow") is True
    assert trie.add("car") is False
    assert len(trie) == 7


def test_complete(trie):
    assert trie.complete("car") == ["car", "card", "care"]
    assert trie.complete("x") == []
    assert trie.complete("") == ["car", "card", "care", "cat", "do", "dog"]


def test_complete_with_limit(trie):
    assert trie.complete("ca", limit=2) == ["car", "card"]
    assert trie.complete("ca", limit=0) == []


def test_remove(trie):
    assert trie.remove("card") is True
    assert "card" not in trie
    assert "car" in trie
    assert len(trie) == 5


def test_remove_a_prefix(trie):
    assert trie.remove("car")
    assert trie.complete("car") == ["card", "care"]


def test_remove_what_is_not_there(trie):
    assert trie.remove("ca") is False
    assert trie.remove("cards") is False
    assert len(trie) == 6


def test_remove_leaves_nothing_behind(trie):
    for word in ["car", "card", "care", "cat", "dog", "do"]:
        trie.remove(word)
    assert trie._root == {}
    assert len(trie) == 0


def test_longest_prefix(trie):
    assert trie.longest_prefix("cards") == "card"
    assert trie.longest_prefix("doing") == "do"
    assert trie.longest_prefix("fox") is None


def test_longest_prefix_goes_past_gaps():
    assert Trie(["a", "abcd"]).longest_prefix("abcde") == "abcd"
    assert Trie(["a", "abcd"]).longest_prefix("abce") == "a"


def test_match(trie):
    assert trie.match("ca?") == ["car", "cat"]
    assert trie.match("?o") == ["do"]
    assert trie.match("????") == ["card", "care"]
