"""Records which lines of the project each test goes through, as JSON lines.

A pytest plugin (`-p nightshift_trace`), and by `trace/sitecustomize.py` a hook for unittest and any other Python
program. Each process writes its own file into the folder NIGHTSHIFT_TRACE_OUT: one line for each test,
`{"test", "status", "files": {path: [line, ...]}}`, and one with `"test": null` for what ran outside of tests. Only
files beneath NIGHTSHIFT_TRACE_ROOT are recorded. It runs inside the user's project under the user's own Python (3.8
and newer), so it has no dependencies. `src/brain/search/python-tracer.ts` reads the lines.
"""

import atexit
import json
import os
import sys
import threading

OUT = os.environ.get("NIGHTSHIFT_TRACE_OUT", "")
ROOT = os.path.join(os.environ.get("NIGHTSHIFT_TRACE_ROOT", os.getcwd()), "")
SKIPPED = (os.sep + "site-packages" + os.sep, os.sep + "node_modules" + os.sep)


class Recorder:
    """Collects lines until they are taken."""

    def __init__(self):
        self.files = {}
        self.wanted = {}

    def is_wanted(self, filename):
        wanted = self.wanted.get(filename)
        if wanted is None:
            path = os.path.abspath(filename)
            wanted = path.startswith(ROOT) and not any(part in path for part in SKIPPED)
            self.wanted[filename] = wanted
        return wanted

    def add(self, filename, line):
        self.files.setdefault(filename, set()).add(line)

    def take(self):
        files, self.files = self.files, {}
        return {os.path.abspath(name): sorted(lines) for name, lines in files.items()}


class MonitoringTracer:
    """Python 3.12 and newer (PEP 669): each line is reported once, then costs nothing until the next test."""

    def __init__(self, recorder):
        self.recorder = recorder
        self.tool = None

    def start(self):
        monitoring = sys.monitoring
        for tool in (4, 3, 5, 2, 1):
            try:
                monitoring.use_tool_id(tool, "nightshift")
            except ValueError:
                continue
            self.tool = tool
            monitoring.register_callback(tool, monitoring.events.LINE, self.on_line)
            monitoring.set_events(tool, monitoring.events.LINE)
            return

    def on_line(self, code, line):
        if self.recorder.is_wanted(code.co_filename):
            self.recorder.add(code.co_filename, line)
        return sys.monitoring.DISABLE

    def restart(self):
        if self.tool is not None:
            sys.monitoring.restart_events()


class SetTraceTracer:
    """Before Python 3.12: functions of other files are not traced line by line."""

    def __init__(self, recorder):
        self.recorder = recorder

    def start(self):
        threading.settrace(self.on_call)
        sys.settrace(self.on_call)

    def on_call(self, frame, event, argument):
        if not self.recorder.is_wanted(frame.f_code.co_filename):
            return None
        self.recorder.add(frame.f_code.co_filename, frame.f_lineno)
        return self.on_line

    def on_line(self, frame, event, argument):
        if event == "line":
            self.recorder.add(frame.f_code.co_filename, frame.f_lineno)
        return self.on_line

    def restart(self):
        # A test may have put its own tracer in place.
        if sys.gettrace() is None:
            sys.settrace(self.on_call)


class Tracing:
    """The tracing of this process: `begin` and `end` mark a test, everything else is outside of tests."""

    def __init__(self):
        self.recorder = Recorder()
        kind = MonitoringTracer if hasattr(sys, "monitoring") else SetTraceTracer
        self.tracer = kind(self.recorder)
        self.process = os.getpid()
        self.file = open(os.path.join(OUT, "trace-%d.jsonl" % self.process), "a", encoding="utf-8")
        self.tracer.start()
        atexit.register(self.flush)

    def begin(self):
        self.flush()
        self.tracer.restart()

    def end(self, test, status):
        self.write(test, status)
        self.tracer.restart()

    def flush(self):
        self.write(None, None)

    def write(self, test, status):
        files = self.recorder.take()
        # A forked child shares the open file; what it runs belongs to the parent's test.
        if os.getpid() != self.process or (test is None and not files):
            return
        self.file.write(json.dumps({"test": test, "status": status, "files": files}) + "\n")
        self.file.flush()


tracing = Tracing() if OUT else None
failed = set()


def pytest_runtest_logstart(nodeid, location):
    """pytest begins a test: its set-up, call and teardown count as one."""
    if tracing is not None:
        tracing.begin()


def pytest_runtest_logreport(report):
    """pytest tells how a part of a test ended."""
    if report.failed:
        failed.add(report.nodeid)


def pytest_runtest_logfinish(nodeid, location):
    """pytest has ended a test."""
    if tracing is not None:
        tracing.end(nodeid, "failed" if nodeid in failed else "passed")


def trace_unittest():
    """Has every unittest test marked, whichever runner runs it."""
    import unittest

    original = unittest.TestCase.run

    def run(self, result=None):
        if tracing is None or result is None:
            return original(self, result)
        before = len(result.failures) + len(result.errors)
        tracing.begin()
        try:
            return original(self, result)
        finally:
            after = len(result.failures) + len(result.errors)
            tracing.end(self.id(), "failed" if after > before else "passed")

    unittest.TestCase.run = run
