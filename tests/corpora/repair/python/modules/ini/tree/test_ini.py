import pytest

from ini import IniError, dump, expand, get_bool, get_list, merge, parse_ini


def test_sections():
    text = "top = 1\n[ a ]\nx = 2\n# remark\n; remark\n\n[b]\nY=3\n[a]\nz = 4\n"
    assert parse_ini(text) == {"": {"top": "1"}, "a": {"x": "2", "z": "4"}, "b": {"y": "3"}}


def test_values():
    assert parse_ini("a = b = c\nq = ' x '\nempty =")[""] == {"a": "b = c", "q": " x ", "empty": ""}


def test_long_values():
    assert parse_ini("a = one\n  two\n\tthree\nb = 1")[""] == {"a": "one\ntwo\nthree", "b": "1"}


def test_blank_line_ends_a_value():
    with pytest.raises(IniError):
        parse_ini("a = one\n\n  two")


@pytest.mark.parametrize("text", ["abc", "= 1", "[a\nx"])
def test_refuses(text):
    with pytest.raises(IniError):
        parse_ini(text)


def test_expand():
    sections = {"a": {"home": "/u", "bin": "${home}/bin", "all": "${bin}:${b:lib}"}, "b": {"lib": "${root}", "root": "/r"}}
    assert expand(sections, "a", "all") == "/u/bin:/r"


def test_expand_dollar():
    assert expand({"a": {"x": "$$5 ${y}", "y": "1"}}, "a", "x") == "$5 1"


def test_expand_refuses():
    with pytest.raises(IniError):
        expand({"a": {"x": "${x}"}}, "a", "x")
    with pytest.raises(IniError):
        expand({"a": {"x": "${b:y}"}}, "a", "x")


def test_bool():
    assert get_bool(" Yes ") is True
    assert get_bool("off") is False
    assert get_bool("") is False
    with pytest.raises(IniError):
        get_bool("maybe")


def test_list():
    assert get_list("a, b,,c ") == ["a", "b", "c"]
    assert get_list("a\nb;c", ";") == ["a", "b", "c"]


def test_merge():
    base = {"a": {"x": "1", "y": "2"}}
    assert merge(base, {"a": {"y": "3"}, "b": {"z": "4"}}) == {"a": {"x": "1", "y": "3"}, "b": {"z": "4"}}
    assert base == {"a": {"x": "1", "y": "2"}}


def test_dump():
    assert dump({"": {"t": "1"}, "a": {"x": " 2"}, "b": {}}) == 't = 1\n\n[a]\nx = " 2"\n'
    assert dump({"": {}}) == ""


def test_dump_then_parse():
    sections = {"": {}, "a": {"x": "one\ntwo", "y": "'q'"}, "b": {"z": ""}}
    assert parse_ini(dump(sections)) == sections
