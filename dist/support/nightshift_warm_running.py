"""A process that answers requests, as the server sees it.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import time


class Running:
    """A process that is at a request."""

    def __init__(self, process, input_end, output_end, folder):
        self.process = process
        self.input_end = input_end
        self.output_end = output_end
        self.folder = folder
        self.rest = b""

    def begin(self, request):
        self.request = request
        self.spent = None
        self.idle_since = time.monotonic()
        self.lines = []
        self.size = 0
        # Loading everything takes its time as well.
        more = request["reloadMs"] if request["way"] == "reload" else 0
        self.limit = (request["limitMs"] + more) / 1000
        self.idle_limit = (request["idleMs"] + more) / 1000
        self.deadline = time.monotonic() + self.limit
        self.end = None


    def find_end(self):
        """Why it has had enough time, or None. One that only waits has it sooner than one that works."""
        now = time.monotonic()
        if now > self.deadline:
            return "it took longer than %g s" % self.limit
        spent = read_spent(self.process) if self.process else None
        if spent is None or spent != self.spent:
            self.spent, self.idle_since = spent, now
        elif now - self.idle_since > self.idle_limit:
            return "it waited for longer than %g s" % self.idle_limit
        return None


def read_spent(process):
    """Processor time of a process that sleeps, in its own unit; None of one that works, or where that cannot be seen."""
    try:
        with open("/proc/%d/stat" % process, encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(") ")[2].split()
    except OSError:
        return None
    return (fields[11], fields[12]) if fields[0] == "S" else None
