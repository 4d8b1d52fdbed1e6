"""Pages of long lists, and what stands beneath them."""

import base64
from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    items: list
    number: int
    pages: int
    total: int

    @property
    def has_next(self):
        return self.number < self.pages

    @property
    def has_previous(self):
        return self.number > 1


def count_pages(total, size):
    """How many pages there are, at least 1."""
    if size < 1:
        raise ValueError("size has to be at least 1")
    return max(1, (total + size - 1) // size)


def get_page(items, number, size=10):
    """Page `number`, from 1; one that is out of range gives the nearest that exists."""
    items = list(items)
    pages = count_pages(len(items), size)
    number = min(max(number, 1), pages)
    start = (number - 1) * size
    return Page(items[start:start + size], number, pages, len(items))


def list_links(number, pages, around=1):
    """Numbers of pages to link, with None for a gap: 1 None 5 6 7 None 20. A gap of one page is that page."""
    shown = {1, pages}
    for near in range(number - around, number + around + 1):
        if 1 <= near <= pages:
            shown.add(near)
    links = []
    previous = 0
    for page in sorted(shown):
        if page - previous == 2:
            links.append(page - 1)
        elif page - previous > 2:
            links.append(None)
        links.append(page)
        previous = page
    return links


def describe_range(page, size):
    """What a page shows, as "11-20 of 57"."""
    if page.total == 0:
        return "none"
    first = (page.number - 1) * size + 1
    last = first + len(page.items) - 1
    if first == last:
        return f"{first} of {page.total}"
    return f"{first}-{last} of {page.total}"


def encode_cursor(offset):
    """An offset as text that nobody takes for a number."""
    return base64.urlsafe_b64encode(f"at:{offset}".encode()).decode().rstrip("=")


def decode_cursor(cursor):
    """The offset of a cursor; 0 without one. Raises ValueError for what is none."""
    if not cursor:
        return 0
    padded = cursor + "=" * (-len(cursor) % 4)
    text = base64.urlsafe_b64decode(padded).decode()
    kind, _, offset = text.partition(":")
    if kind != "at" or not offset.isdigit():
        raise ValueError(f"not a cursor: {cursor}")
    return int(offset)


def follow(items, cursor=None, size=3):
    """(items, cursor of the next ones); the cursor is None behind the last."""
    start = decode_cursor(cursor)
    end = start + size
    return items[start:end], encode_cursor(end) if end < len(items) else None
