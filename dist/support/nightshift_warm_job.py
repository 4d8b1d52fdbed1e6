"""One request, as the process that answers it has it.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import json
import os
import tempfile

MEMORY_ROOM = 1024 * 1024 * 1024


class Job:
    """One request, and the pipe that its process tells by. `requests` is where further ones come from."""

    def __init__(self, request, token, output, folder, requests=None):
        self.request = request
        self.token = token
        self.output = output
        self.folder = folder
        self.requests = requests
        self.process = os.getpid()

    def tell(self, message):
        """Writes one line. A copy of the process that the project forked has nothing to tell."""
        if os.getpid() != self.process:
            os._exit(0)
        data = (self.token + json.dumps(message) + "\n").encode("utf-8", "replace")
        while data:
            data = data[os.write(self.output, data) :]

    def leave(self, message):
        """Tells the last and ends the process."""
        self.tell(message)
        os._exit(0)

    def take_next(self):
        """Waits for a further request."""
        line = self.requests.readline()
        if not line:
            os._exit(0)
        self.request = json.loads(line)

    def start(self):
        """Makes a forked process one of its own: group, temporary folder."""
        self.process = os.getpid()
        if os.getpgrp() != self.process:
            os.setpgid(0, 0)
        limit_memory()
        os.mkdir(self.folder)
        tempfile.tempdir = self.folder
        os.environ["TMPDIR"] = self.folder


def limit_memory():
    """Leaves a process so much more than what it was forked with, where the system can bind it."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            used = int(file.read().split()[5]) * resource.getpagesize()
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = used + MEMORY_ROOM
        if soft == resource.RLIM_INFINITY or wanted < soft:
            resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    except (ImportError, OSError, ValueError):
        pass
