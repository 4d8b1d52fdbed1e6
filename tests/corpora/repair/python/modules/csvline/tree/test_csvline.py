import pytest

from csvline import guess_separator, join_line, quote, read_table, split_line


@pytest.mark.parametrize(
    "line, fields",
    [
        ("a,b,c", ["a", "b", "c"]),
        ("", [""]),
        ("a,,", ["a", "", ""]),
        ('"a,b",c', ["a,b", "c"]),
        ('"say ""hi""",x', ['say "hi"', "x"]),
        ('5" pipe,2', ['5" pipe', "2"]),
    ],
)
def test_split(line, fields):
    assert split_line(line) == fields


def test_split_by_other_separator():
    assert split_line("a;b,c", ";") == ["a", "b,c"]


def test_split_refuses_open_quote():
    with pytest.raises(ValueError):
        split_line('"abc')


def test_quote():
    assert quote("plain") == "plain"
    assert quote('a "b"') == '"a ""b"""'
    assert quote(None) == ""
    assert quote(12) == "12"


def test_join_quotes_its_separator():
    assert join_line(["a;b", "c,d"], ";") == '"a;b";c,d'


def test_join_then_split():
    fields = ["x", 'y "z"', "1,2", ""]
    assert split_line(join_line(fields)) == fields


def test_read_table():
    lines = ["name, age\r\n", "Ann,31\n", "\n", "Bob\n"]
    assert read_table(lines) == [{"name": "Ann", "age": "31"}, {"name": "Bob", "age": None}]


def test_read_table_refuses_too_many():
    with pytest.raises(ValueError):
        read_table(["a,b", "1,2,3"])


def test_guess_separator():
    assert guess_separator(["a;b;c", "1,5;2;3"]) == ";"
    assert guess_separator(["abc"]) == ","


def test_guess_takes_the_most():
    assert guess_separator(["a,b;c;d", "1,2;3;4"]) == ";"
    assert guess_separator(["a,b,c;d"]) == ","
