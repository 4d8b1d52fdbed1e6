import pytest

from template import TemplateError, escape, look_up, names, render


def test_fills_in():
    assert render("Dear {{ name }}, {{count}} left", {"name": "Ann", "count": 3}) == "Dear Ann, 3 left"


def test_paths():
    values = {"user": {"names": ["Ann", "Lee"]}}
    assert render("{{ user.names.1 }}", values) == "Lee"
    assert look_up("user.names", values) == ["Ann", "Lee"]


@pytest.mark.parametrize("path", ["user.age", "user.names.2", "other", "user.names.x"])
def test_unknown_paths(path):
    with pytest.raises(TemplateError):
        look_up(path, {"user": {"names": ["Ann", "Lee"]}})


def test_filters():
    assert render("{{ name | upper }}", {"name": "ann"}) == "ANN"
    assert render("{{ name | trim | title }}", {"name": " ann lee "}) == "Ann Lee"


def test_filters_with_arguments():
    assert render("{{ text | shorten:5 }}", {"text": "abcdefgh"}) == "abcd~"
    assert render("{{ text | shorten:5 }}", {"text": "abcde"}) == "abcde"
    assert render("{{ n }} file{{ n | plural }}", {"n": 1}) == "1 file"
    assert render("{{ n }} {{ n | plural:box:boxes }}", {"n": 2}) == "2 boxes"


def test_default():
    assert render("{{ nick | default:nobody }}", {}) == "nobody"
    assert render("{{ nick | default:nobody }}", {"nick": ""}) == "nobody"
    assert render("{{ nick | default:nobody | upper }}", {"nick": "al"}) == "AL"


def test_unknown_filter():
    with pytest.raises(TemplateError):
        render("{{ a | shout }}", {"a": "x"})


def test_unknown_without_default():
    with pytest.raises(TemplateError):
        render("{{ a | upper }}", {})


def test_join():
    assert render("{{ list | join }}", {"list": [1, 2]}) == "1, 2"
    assert render("{{ list | join:+ }}", {"list": [1, 2]}) == "1+2"


def test_html():
    assert render("<b>{{ a }}</b>", {"a": "1 < 2 & 3"}, html=True) == "<b>1 &lt; 2 &amp; 3</b>"
    assert render("{{ a! }}{{ a }}", {"a": "<i>"}, html=True) == "<i>&lt;i&gt;"


def test_escape():
    assert escape("<a&b>") == "&lt;a&amp;b&gt;"


def test_names():
    assert names("{{ b }} {{ a | upper }} {{ b! }}") == ["b", "a"]
