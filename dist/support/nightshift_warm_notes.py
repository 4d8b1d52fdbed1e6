"""Values of expressions that were made to note them: `__nightshift_note(id, value)` gives the value back.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import builtins
import json

import nightshift_warm_fuel as fuel

# Of one id in one test, so that no test uses up the room of another.
MOST_OF_ONE = 20
MOST = 20_000
MAX_TEXT = 200
MAX_DEPTH = 4
MAX_ITEMS = 30
PLAIN = (bool, int, float, str)


class Notes:
    """The first values of each id in each test, told as they come."""

    def __init__(self, worker):
        self.worker = worker
        self.counts = {}
        self.count = 0
        setattr(builtins, fuel.NOTE, self.note)
        setattr(builtins, fuel.NOTE + "__", self.note)

    def note(self, name, value):
        name = str(name)
        place = (name, self.worker.check)
        count = self.counts.get(place, 0)
        if count < MOST_OF_ONE and self.count < MOST:
            self.counts[place] = count + 1
            self.count += 1
            what = {"type": type(value).__name__, "text": describe_value(value)}
            self.worker.job.tell({"note": dict(what, id=name, check=self.worker.check)})
        return value


def describe_value(value):
    """JSON where it is plain data, else what kind of thing it is. Runs no code of the project."""
    try:
        text = json.dumps(to_plain(value, 0))
    except (TypeError, ValueError, OverflowError):
        text = "<%s>" % type(value).__name__
    return text[:MAX_TEXT]


def to_plain(value, depth):
    kind = type(value)
    if value is None or kind in PLAIN:
        return value[:MAX_TEXT] if kind is str else value
    if depth < MAX_DEPTH and kind in (list, tuple):
        return [to_plain(item, depth + 1) for item in value[:MAX_ITEMS]]
    if depth < MAX_DEPTH and kind is dict and all(type(key) is str for key in list(value)[:MAX_ITEMS]):
        return {key: to_plain(value[key], depth + 1) for key in list(value)[:MAX_ITEMS]}
    raise TypeError("no plain data")
