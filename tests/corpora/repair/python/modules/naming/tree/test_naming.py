import pytest

from naming import camel, common_prefix, enumerate_words, initials, plural, slug, snake, split_words, title


@pytest.mark.parametrize(
    "name, words",
    [
        ("parseHTTPResponse", ["parse", "HTTP", "Response"]),
        ("snake_case__name", ["snake", "case", "name"]),
        ("kebab-case name.ext", ["kebab", "case", "name", "ext"]),
        ("version2Beta", ["version2", "Beta"]),
        ("_private", ["private"]),
        ("", []),
    ],
)
def test_split_words(name, words):
    assert split_words(name) == words


def test_snake():
    assert snake("parseHTTPResponse") == "parse_http_response"


def test_camel():
    assert camel("parse_http_response") == "parseHttpResponse"
    assert camel("parse-http", upper=True) == "ParseHttp"


def test_title():
    assert title("the lord of the rings") == "The Lord of the Rings"
    assert title("what to look FOR in") == "What to Look FOR In"


def test_slug():
    assert slug("Crème Brûlée, 2nd ed.") == "creme-brulee-2nd-ed"
    assert slug("!!!") == "untitled"


def test_slug_is_cut_at_a_word():
    assert slug("one two three", longest=9) == "one-two"
    assert slug("one two three", longest=7) == "one-two"
    assert slug("abcdefgh", longest=5) == "abcde"


def test_slug_that_is_taken():
    assert slug("A b", taken=["a-b"]) == "a-b-2"
    assert slug("A b", taken=["a-b", "a-b-2", "a-b-3"]) == "a-b-4"


def test_initials():
    assert initials("ada king lovelace") == "AKL"
    assert initials("john ronald reuel tolkien") == "JRT"
    assert initials("plato") == "P"


@pytest.mark.parametrize("word, many", [("box", "boxes"), ("city", "cities"), ("day", "days"), ("cat", "cats"), ("wish", "wishes")])
def test_plural(word, many):
    assert plural(word) == many
    assert plural(word, 1) == word
    assert plural(word, 0) == many


def test_enumerate_words():
    assert enumerate_words([]) == ""
    assert enumerate_words(["a"]) == "a"
    assert enumerate_words(["a", "b"]) == "a and b"
    assert enumerate_words(["a", "b", "c"], "or") == "a, b or c"


def test_common_prefix():
    assert common_prefix(["http_get_one", "http_get_all"]) == "http_get"
    assert common_prefix(["abc", "abd"]) == ""
    assert common_prefix(["a.b", "a.b.c"], ".") == "a.b"
