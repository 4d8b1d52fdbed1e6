"""What a forked process does with a request: takes the candidate in, runs tests, tells of each.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import os
import posixpath
import traceback

import nightshift_warm_fuel as fuel
from nightshift_warm_guard import Guard
from nightshift_warm_notes import Notes
from nightshift_warm_sources import is_of_project
from nightshift_warm_pairs import Unswappable
from nightshift_warm_trace import create_tracer

# When so many targets have failed and none has passed, the others tell nothing new.
MOST_FAILING = 12
MAX_MESSAGE = 600


class Worker:
    """Runs the tests of one request. `suite` has `ids`, `fixed` and `run(indexes, on_check)`."""

    def __init__(self, job, settings, sources, guard=None):
        self.job = job
        self.request = job.request
        self.settings = settings
        self.sources = sources
        self.tank = fuel.Tank(job.request["fuel"])
        self.passed = set()
        self.failed = set()
        self.check = None
        self.tracer = None
        self.guard = guard or Guard()

    def prepare(self):
        """Readies fuel, notes and traces, before the project is loaded where it is loaded anew."""
        fuel.set_tick(self.tank.tick)
        if self.request["op"] == "observe":
            self.notes = Notes(self)
        if self.request["op"] == "trace":
            self.tracer = create_tracer(self.sources)
            self.tracer.start()

    def swap(self, suite, functions):
        """Takes edits in where they are bodies of functions. Null, or what there is to tell instead of running them."""
        try:
            if self.request["edits"] and not suite.broken.isdisjoint(self.settings.targets):
                raise Unswappable("a test file that does not load has to be mended")
            for path, text in self.request["edits"]:
                if not path.endswith(".py"):
                    return {"ended": "%s is no file of Python" % path}
                if text is None:
                    raise Unswappable("%s is gone" % path)
                functions.swap(posixpath.join(self.settings.root, path), text.encode("utf-8"))
            self.sources.set_edits(self.request["edits"])
        except (Unswappable, RecursionError) as error:
            return {"reload": str(error)}
        except (SyntaxError, ValueError) as error:
            return {"ended": "it does not compile: %s" % error}
        return None

    def run(self, suite):
        """Runs the tests that the request asks for, in its order. Returns how it ended."""
        chosen = None if self.request["checks"] is None else {tuple(check) for check in self.request["checks"]}
        wanted = [at for at, check in enumerate(suite.ids) if chosen is None or check in chosen]
        first = [at for at in wanted if suite.ids[at] in self.settings.targets]
        rest = [at for at in wanted if suite.ids[at] not in self.settings.targets]
        order = self.request["order"]
        self.guard.watch(self)
        if order == "gate":
            is_complete = suite.run(wanted, self)
        elif order == "mixed":
            is_complete = suite.run(first, self) and suite.run(rest, self)
        else:
            self.failed |= self.settings.targets & suite.broken
            is_complete = self.run_targets(suite, first) and suite.run(rest, self)
        self.guard.check = None
        for check, status, message in suite.fixed:
            self.add(check, status, message)
        return self.describe_end(bool(is_complete))

    def run_targets(self, suite, first):
        """Whether the other tests are worth a look: a target has passed, or there is none to be seen."""
        for at in range(0, len(first), MOST_FAILING):
            if not suite.run(first[at : at + MOST_FAILING], self) or not self.passed:
                return False
        return bool(self.passed) or not self.failed

    def is_over(self):
        """Whether what was seen is enough: fuel is used up, or a test fails that the item wants to pass as before."""
        return self.tank.is_empty or (self.request["op"] == "run" and not self.failed.isdisjoint(self.settings.kept))

    def begin(self, check):
        """A test begins."""
        self.guard.check = self.check = check
        if self.tracer is not None:
            self.tell_trace(None, None)

    def settle_test(self, check):
        """A test has ended, with all that belongs to it."""
        self.guard.check = self.check = None
        if self.tracer is not None:
            self.tell_trace(check, "failed" if check in self.failed else "passed" if check in self.passed else "skipped")

    def add(self, check, status, message):
        """How a test fared."""
        if status == "passed":
            self.passed.add(check)
        if status == "failed":
            self.failed.add(check)
        self.job.tell({"check": [*check, status, message[:MAX_MESSAGE]]})

    def tell_trace(self, check, status):
        files = self.tracer.take()
        if check is not None or files:
            self.job.tell({"trace": {"check": check, "status": status, "files": files}})

    def describe_end(self, is_complete):
        return {"end": {"isComplete": is_complete, "isOut": self.tank.is_empty, "used": self.tank.used()}}


def describe_failure(error, root):
    """A failure's first lines, and the lines of the project that it went through, outermost and innermost."""
    text = "".join(traceback.format_exception_only(type(error), error)).strip()
    places = []
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if is_of_project(filename, root):
            places.append("at %s:%d" % (os.path.relpath(filename, root), trace.tb_lineno))
        trace = trace.tb_next
    return "\n".join(["\n".join(text.splitlines()[:6])[:400], *dict.fromkeys(places[:1] + places[-1:])])


def number_twins(checks):
    """Ids as the gate's report has them: the second of a name is `name #2`."""
    taken = set(checks)
    counts = {}
    numbered = []
    for check in checks:
        counts[check] = count = counts.get(check, 0) + 1
        while count > 1 and (check[0], check[1], "%s #%d" % (check[2], count)) in taken:
            count += 1
        if count > 1:
            counts[check] = count
            check = (check[0], check[1], "%s #%d" % (check[2], count))
            taken.add(check)
        numbered.append(check)
    return numbered


def relative_path(path, folder, root):
    """A path of the runner as checks have it: relative to the repository's root where it is in there."""
    if path == "":
        return ""
    absolute = os.path.normpath(os.path.join(folder, path))
    return os.path.relpath(absolute, root) if absolute.startswith(os.path.join(root, "")) else absolute
