import pytest

from paging import count_pages, decode_cursor, describe_range, encode_cursor, follow, get_page, list_links


def test_count_pages():
    assert count_pages(0, 10) == 1
    assert count_pages(10, 10) == 1
    assert count_pages(11, 10) == 2
    with pytest.raises(ValueError):
        count_pages(5, 0)


def test_get_page():
    page = get_page(range(25), 2)
    assert page.items == list(range(10, 20))
    assert (page.number, page.pages, page.total) == (2, 3, 25)
    assert page.has_next and page.has_previous


def test_get_page_ends():
    first = get_page(range(25), 1)
    last = get_page(range(25), 3)
    assert not first.has_previous and first.has_next
    assert last.has_previous and not last.has_next
    assert last.items == [20, 21, 22, 23, 24]


def test_get_page_out_of_range():
    assert get_page("abc", 9, size=2).items == ["c"]
    assert get_page("abc", -1, size=2).items == ["a", "b"]
    assert get_page([], 4).number == 1


def test_links_in_the_middle():
    assert list_links(6, 20) == [1, None, 5, 6, 7, None, 20]


def test_links_fill_gaps_of_one():
    assert list_links(4, 7) == [1, 2, 3, 4, 5, 6, 7]


def test_links_of_few():
    assert list_links(1, 1) == [1]
    assert list_links(2, 3) == [1, 2, 3]


def test_links_with_more_around():
    assert list_links(10, 20, around=2) == [1, None, 8, 9, 10, 11, 12, None, 20]


def test_describe_range():
    assert describe_range(get_page(range(57), 2), 10) == "11-20 of 57"
    assert describe_range(get_page(range(57), 6), 10) == "51-57 of 57"
    assert describe_range(get_page(range(11), 2), 10) == "11 of 11"
    assert describe_range(get_page([], 1), 10) == "none"


def test_cursors():
    assert decode_cursor(encode_cursor(42)) == 42
    assert decode_cursor(None) == 0
    assert "=" not in encode_cursor(5)


def test_cursor_refuses_others():
    with pytest.raises(ValueError):
        decode_cursor("Ynk6NA")


def test_follow_to_the_end():
    items = list("abcdefg")
    seen, cursor, turns = [], None, 0
    while turns < 10:
        some, cursor = follow(items, cursor)
        seen += some
        turns += 1
        if cursor is None:
            break
    assert seen == items
    assert turns == 3


def test_follow_ends_at_a_full_page():
    assert follow([1, 2, 3]) == ([1, 2, 3], None)
