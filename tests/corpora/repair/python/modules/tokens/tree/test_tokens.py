import pytest

from tokens import Mistake, calculate, tokenize


def test_tokens():
    assert tokenize("a_1+ 2.5") == [("name", "a_1"), ("symbol", "+"), ("number", 2.5)]


@pytest.mark.parametrize("text", ["1.2.3", ".", "a $ b"])
def test_tokens_refuse(text):
    with pytest.raises(Mistake):
        tokenize(text)


@pytest.mark.parametrize(
    "text, value",
    [
        ("1 + 2 * 3", 7),
        ("10 - 4 - 3", 3),
        ("(1 + 2) * 3", 9),
        ("16 / 4 / 2", 2),
        ("2 ^ 3 ^ 2", 512),
        ("-2 ^ 2", -4),
        ("2 ^ -1", 0.5),
        ("3 - -2", 5),
        ("--4", 4),
    ],
)
def test_order_of_operations(text, value):
    assert calculate(text) == value


def test_names():
    assert calculate("width * height", width=3, height=4) == 12
    with pytest.raises(Mistake):
        calculate("depth", width=3)


def test_functions():
    assert calculate("max(1, 5, 3) + min(4, 2)") == 7
    assert calculate("half(abs(-6))") == 3


def test_functions_in_functions():
    assert calculate("max(min(1, 2), (3 + 1) * 2)") == 8


@pytest.mark.parametrize("text", ["", "1 +", "(1", "1 2", "max(1", "foo(1)", "1 / 0", ")"])
def test_refuses(text):
    with pytest.raises(Mistake):
        calculate(text)
