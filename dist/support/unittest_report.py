"""Runs unittest and writes JSON lines: a `start` line, one `test` line for each outcome, an `end` line with counts.

    python3 unittest_report.py REPORT [-s START] [-p PATTERN] [-t TOP] [-k PATTERN]... [--name NAME]... [TARGET...]

A TARGET is a test file, a module or a dotted test id; without one, tests are discovered from START (default ".") as
`python -m unittest discover` does. NAME is `Class.method` or `method`, exactly. The report is a file of its own, so
that nothing that tests print can get into it. With NIGHTSHIFT_TEST_FILE_LIMIT_MS a test that takes longer fails. It runs inside the user's project under the user's own Python (3.8 and
newer), so it has no dependencies. `src/gates/parsers/unittest.ts` reads the lines. Exit code: 0 passed, 1 failed.
"""

import argparse
import importlib
import json
import os
import signal
import sys
import time
import traceback
import unittest

MAX_TEXT = 8192
# Less than a sixteenth of the first limit would end tests for no fault of their own.
MAX_HALVINGS = 4


class TestTimeout(BaseException):
    """Ends a test; no `except Exception` of the test's own may hold it."""


class TestLimit:
    """Ends each test that takes too long; the next ones then have half the time, so that several do not use up it all."""

    def __init__(self, seconds):
        self.seconds = seconds if hasattr(signal, "setitimer") else 0
        self.halvings = 0
        if self.seconds > 0:
            signal.signal(signal.SIGALRM, self.end)

    def start(self):
        if self.seconds > 0:
            signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def stop(self):
        if self.seconds > 0:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def end(self, *_):
        seconds = self.seconds
        if self.halvings < MAX_HALVINGS:
            self.halvings += 1
            self.seconds /= 2
        raise TestTimeout("timed out after %g s" % round(seconds, 1))


class ReportResult(unittest.TextTestResult):
    """Writes every outcome as one line, as soon as it is known."""

    report = None
    limit = None

    def startTest(self, test):
        super().startTest(test)
        self.started = time.monotonic()
        self.failed_subtests = 0
        self.limit.start()

    def stopTest(self, test):
        self.limit.stop()
        super().stopTest(test)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.write(test, "passed")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.write(test, "failed", err)

    def addError(self, test, err):
        super().addError(test, err)
        self.write(test, "failed", err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.write(test, "skipped")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.write(test, "skipped")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.write(test, "failed", message="an expected failure passed")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        # unittest reports no outcome for the test itself when a subtest of it failed.
        if err is not None:
            self.write(subtest, "failed", err)
            if self.failed_subtests == 0:
                self.write(test, "failed", err)
            self.failed_subtests += 1

    def write(self, test, status, err=None, message=None):
        record = dict(describe_test(test), type="test", status=status)
        started = getattr(self, "started", None)
        if started is not None:
            record["durationMs"] = round((time.monotonic() - started) * 1000, 3)
        if err is not None:
            record.update(describe_error(err))
        elif message is not None:
            record["message"] = message
        self.report.write(record)


class Report:
    """The report file. Each line is flushed, so that a crash leaves what was known."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8")
        self.tests = 0
        self.failed = 0
        self.line({"type": "start", "reporter": "nightshift-unittest", "version": 1, "python": sys.version.split()[0]})

    def write(self, record):
        self.tests += 1
        self.failed += record["status"] == "failed"
        self.line(record)

    def end(self):
        self.line({"type": "end", "tests": self.tests, "failed": self.failed})
        self.file.close()

    def line(self, record):
        self.file.write(json.dumps(record) + "\n")
        self.file.flush()


def describe_test(test):
    """File, suite and name of a test; a module that could not be loaded has a file alone."""
    kind = type(test)
    if kind.__name__ == "_FailedTest":
        return {"file": find_module_file(getattr(test, "_testMethodName", "")), "suite": "", "name": ""}
    if kind.__name__ == "_ErrorHolder":
        # `setUpClass (package.module.Class)`, `setUpModule (package.module)`
        name, _, owner = test.description.rstrip(")").partition(" (")
        module, suite = split_owner(owner)
        return {"file": module_file(module), "suite": suite, "name": name}
    if hasattr(test, "test_case"):
        parent = describe_test(test.test_case)
        return dict(parent, name="%s %s" % (parent["name"], test._subDescription()))
    if isinstance(test, unittest.FunctionTestCase):
        return {"file": module_file(test._testFunc.__module__), "suite": "", "name": test._testFunc.__name__}
    if hasattr(test, "_dt_test"):
        return {"file": test._dt_test.filename or "", "suite": "doctest", "name": test._dt_test.name}
    name = getattr(test, "_testMethodName", str(test))
    return {"file": module_file(kind.__module__), "suite": kind.__qualname__.replace(".", " > "), "name": name}


def split_owner(owner):
    """`package.module.Class` as (module, class); the longest part that is a loaded module is the module."""
    parts = owner.split(".")
    for size in range(len(parts), 0, -1):
        if ".".join(parts[:size]) in sys.modules:
            return ".".join(parts[:size]), " > ".join(parts[size:])
    return "", owner


def module_file(name):
    return os.path.abspath(getattr(sys.modules.get(name), "__file__", None) or "") if name in sys.modules else ""


def find_module_file(name):
    """Where a module that could not be imported is, looked for on the path; "" when it is not there."""
    for folder in sys.path:
        for ending in (".py", os.sep + "__init__.py"):
            path = os.path.join(os.path.abspath(folder), *name.split(".")) + ending
            if os.path.isfile(path):
                return path
    return ""


def describe_error(err):
    kind, value, trace = err
    # Frames of unittest itself say nothing about the failure.
    while trace is not None and "__unittest" in trace.tb_frame.f_globals:
        trace = trace.tb_next
    message = "".join(traceback.format_exception_only(kind, value)).strip()
    if message.startswith("ImportError: Failed to import test module: "):
        # unittest puts the whole traceback into the message: its first and last line say what is wrong.
        lines = message.splitlines()
        return {"message": "%s\n%s" % (lines[0], lines[-1]), "stack": message[-MAX_TEXT:]}
    stack = "".join(traceback.format_exception(kind, value, trace))
    # The end of a Python trace is the place that raised.
    return {"message": message[:MAX_TEXT], "stack": stack[-MAX_TEXT:]}


def load_target(loader, target):
    """Tests of a file, a module or a dotted id. What cannot be loaded becomes a failing test, never an exception."""
    if os.path.isfile(target):
        relative = os.path.relpath(os.path.abspath(target), os.getcwd())
        if relative.startswith(os.pardir):
            sys.path.insert(0, os.path.dirname(os.path.abspath(target)))
            relative = os.path.basename(target)
        target = os.path.splitext(relative)[0].replace(os.sep, ".")
    module = find_module_name(target)
    try:
        importlib.import_module(module)
    except (Exception, SystemExit):
        # The loader would name the wrong module, or say that the package lacks an attribute.
        return failed_import(module)
    return loader.loadTestsFromName(target)


def find_module_name(target):
    """The longest beginning of a dotted id that is a module's file; the whole of it when none is."""
    parts = target.split(".")
    for size in range(len(parts), 0, -1):
        if find_module_file(".".join(parts[:size])) != "":
            return ".".join(parts[:size])
    return target


def failed_import(module):
    """A test that fails with what importing the module raised, as unittest's own discovery makes one."""
    error = ImportError("Failed to import test module: %s\n%s" % (module, traceback.format_exc()))

    def fail(self):
        raise error

    return type("_FailedTest", (unittest.TestCase,), {module: fail})(module)


def select_tests(suite, names):
    """The suite's tests whose name, or class and name, is one of the names; all of them without names."""
    if not names:
        return suite
    chosen = unittest.TestSuite()
    for test in flatten(suite):
        described = describe_test(test)
        full = ".".join(part for part in (described["suite"].replace(" > ", "."), described["name"]) if part)
        if described["name"] in names or full in names or type(test).__name__ == "_FailedTest":
            chosen.addTest(test)
    return chosen


def flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        else:
            yield test


def read_options():
    """The options of the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("report")
    parser.add_argument("-s", "--start-directory", default=".")
    parser.add_argument("-p", "--pattern", default="test*.py")
    parser.add_argument("-t", "--top-level-directory", default=None)
    parser.add_argument("-k", action="append", dest="patterns")
    parser.add_argument("--name", action="append", default=[])
    parser.add_argument("targets", nargs="*")
    return parser.parse_args()


def load_tests_of(options):
    """The tests that the options choose, as a suite."""
    loader = unittest.TestLoader()
    if options.patterns:
        loader.testNamePatterns = [name if "*" in name else "*%s*" % name for name in options.patterns]
    if options.targets:
        # As discovery does, so that tests find the modules beside them.
        sys.path.insert(1, os.path.abspath(options.top_level_directory or options.start_directory))
        suite = unittest.TestSuite(load_target(loader, target) for target in options.targets)
    else:
        suite = loader.discover(options.start_directory, options.pattern, options.top_level_directory)
    return select_tests(suite, options.name)


def main():
    options = read_options()
    # As `python -m unittest` does: the project's folder is on the path, this file's is not.
    sys.path[0] = os.getcwd()
    report = Report(options.report)
    ReportResult.report = report
    # Tests must not see the variable.
    ReportResult.limit = TestLimit(int(os.environ.pop("NIGHTSHIFT_TEST_FILE_LIMIT_MS", "0")) / 1000)
    result = unittest.TextTestRunner(resultclass=ReportResult).run(load_tests_of(options))
    report.end()
    sys.exit(0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
