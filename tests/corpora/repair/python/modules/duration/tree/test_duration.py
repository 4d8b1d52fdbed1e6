import pytest

from duration import format_clock, format_duration, parse_clock, parse_duration, round_up


@pytest.mark.parametrize(
    "text, seconds",
    [("90", 90), ("1h 30m", 5400), ("1h30m", 5400), (" 2D ", 172800), ("-5m", -300), ("-7", -7), ("1w1s", 604801), ("15s", 15)],
)
def test_parse(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "h", "1x", "1h 5", "1h 2h", "5.5m"])
def test_parse_refuses(text):
    with pytest.raises(ValueError):
        parse_duration(text)


def test_format_shows_two_parts():
    assert format_duration(93784) == "1d 2h"


def test_format_cuts_off():
    assert format_duration(3605) == "1h"
    assert format_duration(3605, parts=3) == "1h 5s"


def test_format_zero_and_negative():
    assert format_duration(0) == "0s"
    assert format_duration(-61) == "-1m 1s"


def test_clock_with_hours():
    assert format_clock(3723) == "1:02:03"


def test_clock_without_hours():
    assert format_clock(123) == "2:03"
    assert format_clock(-59) == "-0:59"


def test_parse_clock():
    assert parse_clock("1:02:03") == 3723
    assert parse_clock("2:03") == 123


@pytest.mark.parametrize("text", ["5", "1:60", "1:2:3:4", "1:-1"])
def test_parse_clock_refuses(text):
    with pytest.raises(ValueError):
        parse_clock(text)


def test_round_up():
    assert round_up(61, 60) == 120
    assert round_up(60, 60) == 60
    with pytest.raises(ValueError):
        round_up(5, 0)
