"""Tools for iterables; all of them are lazy unless they say otherwise."""

from collections import deque
from itertools import islice


def chunks(items, size):
    """Lists of `size` items, the last one shorter."""
    if size < 1:
        raise ValueError("size has to be at least 1")
    iterator = iter(items)
    while True:
        chunk = list(islice(iterator, size))
        if not chunk:
            return
        yield chunk


def windows(items, size, step=1):
    """Tuples of `size` neighbours, `step` apart."""
    window = deque(maxlen=size)
    skip = 0
    for item in items:
        window.append(item)
        if len(window) < size:
            continue
        if skip == 0:
            yield tuple(window)
            skip = step
        skip -= 1


def unique(items, key=None):
    """Items without those whose key was there before."""
    seen = set()
    for item in items:
        mark = item if key is None else key(item)
        if mark not in seen:
            seen.add(mark)
            yield item


def runs(items):
    """(item, count) for each run of equal neighbours."""
    current = None
    count = 0
    for item in items:
        if count and item == current:
            count += 1
            continue
        if count:
            yield current, count
        current, count = item, 1
    if count:
        yield current, count


def interleave(*iterables):
    """One item of each in turn until all are used up."""
    waiting = deque(iter(one) for one in iterables)
    while waiting:
        iterator = waiting.popleft()
        try:
            item = next(iterator)
        except StopIteration:
            continue
        waiting.append(iterator)
        yield item


def partition(items, is_wanted):
    """Two lists: what is wanted, and the rest, in their order."""
    wanted, rest = [], []
    for item in items:
        (wanted if is_wanted(item) else rest).append(item)
    return wanted, rest


def take_until(items, is_last):
    """Items up to the first that is the last, with it."""
    for item in items:
        yield item
        if is_last(item):
            return


def tail(items, count):
    """The last items, as a list."""
    return list(deque(items, maxlen=count)) if count > 0 else []
