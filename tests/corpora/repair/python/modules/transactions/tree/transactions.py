"""A store of values with transactions that are taken back when something fails."""

from contextlib import contextmanager

GONE = object()


class Store:
    def __init__(self, values=None):
        self._layers = [dict(values or {})]

    def get(self, key, default=None):
        for layer in reversed(self._layers):
            if key in layer:
                return default if layer[key] is GONE else layer[key]
        return default

    def set(self, key, value):
        self._layers[-1][key] = value

    def delete(self, key):
        """True if it was there."""
        if self.get(key, GONE) is GONE:
            return False
        if len(self._layers) == 1:
            del self._layers[0][key]
        else:
            self._layers[-1][key] = GONE
        return True

    def keys(self):
        """Sorted."""
        return sorted(self._merged())

    def _merged(self):
        merged = {}
        for layer in self._layers:
            for key, value in layer.items():
                if value is GONE:
                    merged.pop(key, None)
                else:
                    merged[key] = value
        return merged

    @property
    def depth(self):
        return len(self._layers) - 1

    def begin(self):
        self._layers.append({})

    def commit(self):
        """Hands what was changed to the transaction around it."""
        if self.depth == 0:
            raise RuntimeError("there is no transaction")
        changes = self._layers.pop()
        below = self._layers[-1]
        for key, value in changes.items():
            if value is GONE and self.depth == 0:
                below.pop(key, None)
            else:
                below[key] = value

    def rollback(self):
        if self.depth == 0:
            raise RuntimeError("there is no transaction")
        self._layers.pop()

    @contextmanager
    def transaction(self):
        """Commits at the end; an error takes everything back and goes on."""
        self.begin()
        depth = self.depth
        try:
            yield self
        except BaseException:
            while self.depth >= depth:
                self.rollback()
            raise
        while self.depth >= depth:
            self.commit()


def transfer(store, source, target, amount):
    """Moves an amount between accounts, or raises ValueError and moves nothing."""
    with store.transaction():
        store.set(source, store.get(source, 0) - amount)
        store.set(target, store.get(target, 0) + amount)
        if amount <= 0 or store.get(source) < 0:
            raise ValueError("not enough")


def apply_all(store, steps):
    """Runs each (name, *arguments) in a transaction of its own; gives the numbers of those that failed."""
    failed = []
    for number, (name, *arguments) in enumerate(steps):
        try:
            with store.transaction():
                if name == "transfer":
                    transfer(store, *arguments)
                else:
                    getattr(store, name)(*arguments)
        except (ValueError, TypeError):
            failed.append(number)
    return failed
