"""Functions that wrap functions: try again, remember, limit."""

import functools


def delays(first=1.0, factor=2.0, most=None):
    """Endless waits: each `factor` times the last, never above `most`."""
    wait = first
    while True:
        yield wait if most is None else min(wait, most)
        wait *= factor


def retry(times, errors=(Exception,), sleep=lambda seconds: None, first=1.0, most=None):
    """A decorator that calls again after these errors, `times` times in all, and then lets the error through."""
    if times < 1:
        raise ValueError("times has to be at least 1")

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            waits = delays(first, most=most)
            for left in range(times - 1, -1, -1):
                try:
                    return function(*args, **kwargs)
                except errors:
                    if left == 0:
                        raise
                    sleep(next(waits))

        return wrapper

    return decorate


def remember(function):
    """Calls once for each set of arguments; errors are not remembered. `forget()` empties it."""
    known = {}

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        if key not in known:
            known[key] = function(*args, **kwargs)
        return known[key]

    wrapper.forget = known.clear
    wrapper.size = lambda: len(known)
    return wrapper


def compose(*functions):
    """One function of several; the last one is called first."""

    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value

    return composed


def counters(names):
    """Name → function that counts its calls from 1."""

    def make(name):
        count = 0

        def counter():
            nonlocal count
            count += 1
            return f"{name}-{count}"

        return counter

    return {name: make(name) for name in names}


def after(calls, function):
    """A function that does nothing, and from the given call on calls the function."""
    left = calls

    def wrapper(*args):
        nonlocal left
        left = max(0, left - 1)
        if left == 0:
            return function(*args)
        return None

    return wrapper
