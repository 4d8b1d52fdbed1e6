"""A pytest plugin (`-p nightshift_warm_pytest`) that answers requests when tests are collected, instead of running them.

It is active where NIGHTSHIFT_WARM names the settings of a session; `src/brain/search/warm/` starts it so. Runs inside
the user's project under the user's own Python (3.9 and newer), with pytest 6.2 or newer.
"""

import ast
import os
import re

import pytest

import nightshift_warm_fuel as fuel
from nightshift_warm_settings import Settings
from nightshift_warm_state import State
from nightshift_warm_work import describe_failure, number_twins, relative_path

path = os.environ.pop("NIGHTSHIFT_WARM", "")
settings = Settings(path) if path else None
state = None


def take_in_rewritten(sources):
    """Test files and the like come by pytest's own loader, which rewrites their assertions."""
    from _pytest.assertion import rewrite

    original = rewrite.AssertionRewritingHook.exec_module

    def exec_module(self, module):
        found = sources.find(module.__spec__.origin or "")
        if found not in sources.edits:
            return original(self, module)
        source = sources.read(found)
        tree = fuel.Counter().visit(ast.parse(source, module.__spec__.origin))
        rewrite.rewrite_asserts(tree, source, module.__spec__.origin, self.config)
        exec(compile(tree, module.__spec__.origin, "exec", dont_inherit=True), module.__dict__)

    rewrite.AssertionRewritingHook.exec_module = exec_module


if settings is not None:

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_load_initial_conftests(early_config, parser, args):
        """Before anything of the project is loaded."""
        global state
        options = early_config.known_args_namespace
        if getattr(options, "capture", "no") == "fd":
            # Files that forked processes share would mix what they print.
            options.capture = "sys"
        if getattr(options, "cov_source", None):
            options.cov_source = None
        state = State(settings)
        state.fixed = []
        if state.sources.edits:
            take_in_rewritten(state.sources)
        yield

    @pytest.hookimpl(tryfirst=True)
    def pytest_cmdline_main(config):
        """Tests are run here, not by other processes."""
        for name, value in (("numprocesses", None), ("dist", "no"), ("tx", []), ("usepdb", False)):
            if hasattr(config.option, name):
                setattr(config.option, name, value)

    def pytest_collectreport(report):
        """Files that could not be loaded are checks as well."""
        if report.failed or report.skipped:
            status = "failed" if report.failed else "skipped"
            text = str(report.longrepr) if report.failed else ""
            marked = [line[1:].strip() for line in text.splitlines() if line.startswith("E ")]
            state.fixed.append((name_check(report), status, "\n".join(marked[:6] or text.splitlines()[-2:])))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(session):
        """All is collected."""
        suite = Suite(session, state.fixed)
        for name in ("terminalreporter", "junitxml"):
            plugin = suite.config.pluginmanager.get_plugin(name)
            if plugin is not None:
                suite.config.pluginmanager.unregister(plugin)
        state.take_over(suite, "pytest " + pytest.__version__)
        return True


class Suite:
    """The collected tests, with their ids as the gate's report has them."""

    def __init__(self, session, fixed):
        self.config = session.config
        self.items = session.items
        self.ids = number_twins([name_check(item) for item in self.items])
        self.fixed = fixed
        self.broken = {check for check, status, _ in self.fixed if status == "failed"}
        # Values that tests are given again and again.
        self.roots = [item.callspec.params for item in self.items if hasattr(item, "callspec")]
        self.result = None
        self.config.pluginmanager.register(self, "nightshift-warm-suite")
        for item in self.items:
            # A failure as text of a whole page would be made for nothing.
            item.repr_failure = item._repr_failure_py = self.describe

    def run(self, indexes, worker):
        """Runs tests by pytest's own protocol. False when it had to end before the last."""
        for at, index in enumerate(indexes):
            item = self.items[index]
            following = self.items[indexes[at + 1]] if at + 1 < len(indexes) else None
            self.result = None
            worker.begin(self.ids[index])
            self.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.result is not None:
                worker.add(self.ids[index], *self.result)
            worker.settle_test(self.ids[index])
            if worker.is_over():
                return False
        return True

    def describe(self, excinfo, *args, **kwargs):
        return describe_failure(excinfo.value, settings.root)

    def pytest_runtest_logreport(self, report):
        """A failure in any part of a test is the test's."""
        if report.failed:
            self.result = self.result if self.result and self.result[0] == "failed" else ("failed", str(report.longrepr))
        elif report.skipped:
            self.result = self.result or ("skipped", "")
        elif report.when == "call":
            self.result = self.result or ("passed", "")


def name_check(thing):
    """File, suite and name as the parser of pytest's JUnit XML reads them; `thing` is an item or a report."""
    location = thing.location[0]
    names = split_address(thing.nodeid)
    file = relative_path(location, settings.folder, settings.root)
    module = re.sub(r"\.py$", "", location).replace("/", ".")
    owner = ".".join(names[:-1])
    if owner == "" and names[-1] == module:
        return (file, "", "(file)")
    classes = owner[len(module) :] if owner.startswith(module) else owner
    return (file, " > ".join(part for part in classes.split(".") if part), names[-1])


def split_address(address):
    """As `_pytest.junitxml.mangle_test_address`: the module dotted, classes, the name with its parameters."""
    start, bracket, parameters = address.partition("[")
    names = start.split("::")
    names[0] = re.sub(r"\.py$", "", names[0].replace("/", "."))
    names[-1] += bracket + parameters
    return names
