"""Loads tests as `unittest_report.py` does, with the same arguments, and answers requests instead of running them.

NIGHTSHIFT_WARM names the settings of the session; `src/brain/search/warm/` starts it so. Runs inside the user's project
under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import os
import platform
import sys
import unittest
import warnings

import unittest_report as report
from nightshift_warm_settings import Settings
from nightshift_warm_state import State
from nightshift_warm_work import describe_failure, number_twins, relative_path


class Suite:
    """The loaded tests, with their ids as the gate's report has them."""

    def __init__(self, settings, tests):
        self.settings = settings
        self.tests = tests
        self.ids = number_twins([self.name_check(test) for test in tests])
        self.fixed = []
        self.roots = [vars(test) for test in tests]
        self.kinds = {type(test) for test in tests}
        for kind in self.kinds:
            # unittest itself sets it ahead of a class's first test; here it is no trace of a candidate.
            kind._classSetupFailed = False
        self.broken = {check for check in self.ids if check[2] == "(file)"}

    def name_check(self, test):
        described = report.describe_test(test)
        file = relative_path(described["file"], self.settings.folder, self.settings.root)
        return (file, "", "(file)") if described["name"] == "" else (file, described["suite"], described["name"])

    def run(self, indexes, worker):
        """Runs tests with the fixtures of their classes and modules. False when it had to end before the last."""
        result = Result(self, worker)
        for at in indexes:
            test = copy_test(self.tests[at])
            result.ids[id(test)] = self.ids[at]
            result.chosen.append(test)
        with warnings.catch_warnings():
            if not sys.warnoptions:
                warnings.simplefilter("default")
            unittest.TestSuite(result.chosen).run(result)
        for kind in self.kinds:
            if "tearDown_exceptions" in vars(kind):
                del kind.tearDown_exceptions
        return not result.shouldStop


class Result(unittest.TestResult):
    """Tells of every outcome as `unittest_report.py` writes it."""

    def __init__(self, suite, worker):
        super().__init__()
        self.suite = suite
        self.worker = worker
        self.chosen = []
        self.ids = {}

    def startTest(self, test):
        super().startTest(test)
        self.failed_subtests = 0
        self.worker.begin(self.find(test))

    def stopTest(self, test):
        super().stopTest(test)
        self.worker.settle_test(self.find(test))
        self.look()

    def addSuccess(self, test):
        self.tell(test, "passed")

    def addFailure(self, test, err):
        self.tell(test, "failed", err)

    addError = addFailure

    def addSkip(self, test, reason):
        self.tell(test, "skipped")

    def addExpectedFailure(self, test, err):
        self.tell(test, "skipped")

    def addUnexpectedSuccess(self, test):
        self.tell(test, "failed", text="an expected failure passed")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.tell(subtest, "failed", err)
            if self.failed_subtests == 0:
                self.tell(test, "failed", err)
            self.failed_subtests += 1

    def find(self, test):
        known = self.ids.get(id(test))
        return known if known is not None else self.suite.name_check(test)

    def tell(self, test, status, err=None, text=""):
        if err is not None:
            text = describe_failure(err[1], self.suite.settings.root)
        self.worker.add(self.find(test), status, text)
        self.look()

    def look(self):
        if self.worker.is_over():
            self.stop()


def copy_test(test):
    """A test keeps what it sets on itself. `copy.copy` would leave something in its class."""
    other = object.__new__(type(test))
    other.__dict__.update(test.__dict__)
    return other


def main():
    settings = Settings(os.environ.pop("NIGHTSHIFT_WARM"))
    options = report.read_options()
    # As `python -m unittest` does: the project's folder is on the path, this file's is not.
    sys.path.insert(0, os.getcwd())
    os.environ.pop("NIGHTSHIFT_TEST_FILE_LIMIT_MS", None)
    state = State(settings)
    suite = Suite(settings, list(report.flatten(report.load_tests_of(options))))
    state.take_over(suite, "unittest of Python " + platform.python_version())


if __name__ == "__main__":
    main()
