"""A queue of jobs with priorities, needs and tries."""

import heapq
from itertools import count


class JobQueue:
    def __init__(self, max_tries=3):
        self.max_tries = max_tries
        self._heap = []
        self._numbers = count()
        self._jobs = {}
        self._waiting = {}

    def add(self, name, priority=0, needs=()):
        """Lower priorities run first, equal ones in the order in which they came, each after what it needs."""
        if name in self._jobs:
            raise ValueError(f"there already: {name}")
        self._jobs[name] = {"priority": priority, "state": "waiting", "tries": 0}
        open_needs = {need for need in needs if self._state(need) != "done"}
        if any(self._state(need) == "failed" for need in open_needs):
            self._fail(name)
        elif open_needs:
            self._waiting[name] = open_needs
        else:
            self._push(name)

    def _state(self, name):
        return self._jobs[name]["state"] if name in self._jobs else "unknown"

    def _push(self, name):
        self._jobs[name]["state"] = "ready"
        heapq.heappush(self._heap, (self._jobs[name]["priority"], next(self._numbers), name))

    def take(self):
        """The next job's name, or None."""
        while self._heap:
            _, _, name = heapq.heappop(self._heap)
            if self._state(name) == "ready":
                self._jobs[name]["state"] = "running"
                self._jobs[name]["tries"] += 1
                return name
        return None

    def finish(self, name):
        """Says that a running job is done; gives the names that can run now."""
        self._expect(name, "running")
        self._jobs[name]["state"] = "done"
        freed = []
        for other, needs in list(self._waiting.items()):
            needs.discard(name)
            if not needs:
                del self._waiting[other]
                self._push(other)
                freed.append(other)
        return freed

    def fail(self, name):
        """Says that a running job failed: it is tried again, a bit later than others; at last all that need it fail too."""
        self._expect(name, "running")
        job = self._jobs[name]
        if job["tries"] < self.max_tries:
            job["priority"] += 1
            self._push(name)
            return []
        return self._fail(name)

    def _fail(self, name):
        self._jobs[name]["state"] = "failed"
        failed = [name]
        for other, needs in list(self._waiting.items()):
            if name in needs and other in self._waiting:
                del self._waiting[other]
                failed += self._fail(other)
        return failed

    def cancel(self, name):
        """Takes a job away that does not run yet; False where it is too late."""
        if self._state(name) not in ("ready", "waiting"):
            return False
        self._waiting.pop(name, None)
        self._jobs[name]["state"] = "cancelled"
        return True

    def _expect(self, name, state):
        if self._state(name) != state:
            raise ValueError(f"{name} is {self._state(name)}, not {state}")

    def counts(self):
        """State → how many jobs are in it."""
        found = {}
        for job in self._jobs.values():
            found[job["state"]] = found.get(job["state"], 0) + 1
        return found


def run_all(queue, work):
    """Runs jobs until there is none; work(name) is False for a failure. Gives the names in the order of their runs."""
    order = []
    while (name := queue.take()) is not None:
        order.append(name)
        if work(name) is False:
            queue.fail(name)
        else:
            queue.finish(name)
    return order
