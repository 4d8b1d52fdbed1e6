"""Tells listeners of events."""


class Emitter:
    def __init__(self):
        self._listeners = {}
        self._order = 0

    def on(self, event, listener, priority=0, times=None):
        """Adds a listener; gives a function that takes it away. Higher priorities are told first, then older ones."""
        entry = {"listener": listener, "priority": priority, "order": self._order, "left": times}
        self._order += 1
        entries = self._listeners.setdefault(event, [])
        entries.append(entry)
        entries.sort(key=lambda one: (-one["priority"], one["order"]))

        def off():
            current = self._listeners.get(event, [])
            if entry not in current:
                return False
            current.remove(entry)
            if not current:
                del self._listeners[event]
            return True

        return off

    def once(self, event, listener, priority=0):
        """Adds a listener for the next time alone."""
        return self.on(event, listener, priority, times=1)

    def emit(self, event, *args):
        """Tells the listeners of the event and of "*"; gives what they return, without None. False stops it."""
        results = []
        entries = [*self._listeners.get(event, ()), *self._listeners.get("*", ())]
        for entry in entries:
            if entry["left"] is not None:
                if entry["left"] == 0:
                    continue
                entry["left"] -= 1
                if entry["left"] == 0:
                    self._drop(entry)
            result = entry["listener"](*args)
            if result is False:
                break
            if result is not None:
                results.append(result)
        return results

    def _drop(self, entry):
        for event, entries in list(self._listeners.items()):
            kept = [one for one in entries if one is not entry]
            if kept:
                self._listeners[event] = kept
            else:
                del self._listeners[event]

    def count(self, event=None):
        """Listeners of an event, or of all."""
        if event is not None:
            return len(self._listeners.get(event, ()))
        return sum(len(entries) for entries in self._listeners.values())

    def events(self):
        return sorted(self._listeners)
