"""A cache that keeps what was used last, for a limited time."""

from collections import OrderedDict


class Cache:
    """At most `size` entries, each for `ttl` seconds of the given clock; None: for ever."""

    def __init__(self, size, ttl=None, clock=lambda: 0):
        if size < 1:
            raise ValueError("size has to be at least 1")
        self.size = size
        self.ttl = ttl
        self.clock = clock
        self.hits = 0
        self.misses = 0
        self._entries = OrderedDict()

    def get(self, key, default=None):
        """The value, which counts as a use; the default where there is none, or it is too old."""
        if key not in self._entries or self._is_stale(key):
            self._entries.pop(key, None)
            self.misses += 1
            return default
        self.hits += 1
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def put(self, key, value):
        """Keeps a value; what was used least lately goes when there is no room. Gives the key that went, or None."""
        self._entries.pop(key, None)
        evicted = None
        if len(self._entries) >= self.size:
            self.expire()
            if len(self._entries) >= self.size:
                evicted, _ = self._entries.popitem(last=False)
        self._entries[key] = (value, self.clock())
        return evicted

    def expire(self):
        """Drops what is too old; gives how many entries that were."""
        stale = [key for key in self._entries if self._is_stale(key)]
        for key in stale:
            del self._entries[key]
        return len(stale)

    def get_or_make(self, key, make):
        """The value, made and kept where there is none; a value of None counts as one."""
        missing = object()
        value = self.get(key, missing)
        if value is missing:
            value = make(key)
            self.put(key, value)
        return value

    def keys(self):
        """Keys from the least lately used to the last used, without stale ones."""
        return [key for key in self._entries if not self._is_stale(key)]

    def hit_rate(self):
        """Share of gets that found something, from 0 to 1; 0 without any."""
        asked = self.hits + self.misses
        return self.hits / asked if asked else 0

    def __len__(self):
        return len(self.keys())

    def __contains__(self, key):
        return key in self._entries and not self._is_stale(key)

    def _is_stale(self, key):
        if self.ttl is None:
            return False
        return self.clock() - self._entries[key][1] >= self.ttl
