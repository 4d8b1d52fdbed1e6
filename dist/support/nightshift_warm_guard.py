"""Watches what a candidate's tests do beyond their process: refuses to write into the tree, tells of programs started.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import os
import sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
THREAD = "_thread.start_new_thread"
STARTS = {THREAD, "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.forkpty", "pty.spawn"}
CHANGES = {"os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.link", "os.symlink", "os.truncate", "sqlite3.connect"}
CACHES = ("__pycache__", ".pytest_cache", ".hypothesis", ".mypy_cache", ".coverage")


class Guard:
    """An audit hook (PEP 578). Tests of the base are watched; of a candidate, what the base does not do is refused."""

    def __init__(self):
        self.worker = None
        self.check = None
        # Whether something was started that may outlive the test.
        self.has_started = False
        self.seen = set()
        self.is_busy = False

    def watch(self, worker):
        """Begins to watch for a request; a hook cannot be taken away again."""
        if self.worker is None:
            sys.addaudithook(self.audit)
        self.worker = worker
        self.settings = worker.settings
        self.is_watching = worker.request["op"] == "watch"

    def audit(self, event, args):
        if self.check is None or self.is_busy:
            return
        if event == "open":
            self.look_at_open(*args)
        elif event in STARTS:
            self.has_started = True
            if event != THREAD:
                self.tell("starts", event)
        elif event in CHANGES:
            for path in args[:2]:
                if isinstance(path, (str, bytes, os.PathLike)):
                    self.look_at_write(path)

    def look_at_open(self, path, mode, flags):
        if not isinstance(path, (str, bytes)):
            return
        is_writing = isinstance(flags, int) and flags & WRITING
        if is_writing:
            self.look_at_write(path)
        elif self.is_watching:
            self.look_at_read(path)

    def look_at_write(self, path):
        self.is_busy = True
        try:
            absolute = os.path.abspath(os.fsdecode(path))
        finally:
            self.is_busy = False
        parts = absolute.split(os.sep)
        if any(part.startswith(CACHES) for part in parts) or absolute.startswith("/dev/"):
            return
        if absolute.startswith(os.path.join(self.settings.root, "")):
            self.tell("writes", os.path.relpath(absolute, self.settings.root))
            if not self.is_watching:
                raise PermissionError(13, "a candidate's tests may not write into the tree", absolute)
        elif not absolute.startswith(self.worker.job.folder):
            self.tell("shares", absolute)

    def look_at_read(self, path):
        """A test that reads a source by itself does not see a candidate that is in memory alone."""
        absolute = os.path.abspath(os.fsdecode(path))
        if absolute not in self.worker.sources.wanted:
            return
        reader = sys._getframe(3).f_code.co_filename
        is_of_a_failure = reader.endswith(("linecache.py", "tokenize.py")) or "_pytest" in reader
        if not is_of_a_failure and "importlib" not in reader:
            self.tell("reads", os.path.relpath(absolute, self.settings.root))

    def tell(self, what, detail):
        if self.is_watching and (what, self.check) not in self.seen:
            self.seen.add((what, self.check))
            self.worker.job.tell({"saw": [what, detail, self.check]})
