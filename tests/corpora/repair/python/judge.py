"""Compares a candidate with the original by what both do on generated inputs, never by their text.

    python3 judge.py <folder of the module> <folder with the candidate's tree> <seed> <count>

prints one line of JSON: {"status": "same", "cases": 240} or {"status": "different", "cases": 17, "first": "..."}.

The module's oracle.py has MODULE (what is imported), cases(random) (an endless generator of inputs, plain data) and
run(module, case) (what is observed). Results, raised exceptions' types and what became of the arguments are compared.
Each side runs in a forked process of its own, with a limit of time for each case.
"""

import copy
import dataclasses
import importlib
import importlib.util
import json
import os
import random
import resource
import signal
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Set

SECONDS_A_CASE = 1.0
SECONDS_A_SIDE = 20
MEMORY_BYTES = 1 << 30
MAX_ITEMS = 500
MAX_DEPTH = 12


class OutOfTime(BaseException):
    """A case took too long; no `except Exception` of a candidate catches it."""


def describe(value, depth=0):
    """The same text for values that behave the same: floats to twelve digits, dicts and sets in order."""
    if depth > MAX_DEPTH:
        return "..."
    inner = lambda item: describe(item, depth + 1)
    if value is None or isinstance(value, (bool, int, str, bytes)):
        return repr(value)
    if isinstance(value, float):
        return "float " + format(value + 0.0 if value else 0.0, ".12g")
    if isinstance(value, (list, tuple, deque)):
        return type(value).__name__ + "(" + ", ".join(map(inner, value)) + ")"
    if isinstance(value, Mapping):
        return "dict{" + ", ".join(sorted(f"{inner(key)}: {inner(item)}" for key, item in value.items())) + "}"
    if isinstance(value, Set):
        return "set{" + ", ".join(sorted(map(inner, value))) + "}"
    if isinstance(value, BaseException):
        return "exception " + type(value).__name__
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value)]
        return type(value).__name__ + inner({name: getattr(value, name) for name in names})
    if isinstance(value, Iterator):
        return describe_iterator(value, depth)
    if type(value).__module__ in ("datetime", "decimal", "fractions"):
        return repr(value)
    if hasattr(value, "__dict__"):
        return type(value).__name__ + inner(vars(value))
    return type(value).__name__


def describe_iterator(iterator, depth):
    items = []
    try:
        for item in iterator:
            items.append(describe(item, depth + 1))
            if len(items) == MAX_ITEMS:
                items.append("and more")
                break
    except Exception as error:
        items.append(describe(error))
    return "iterator(" + ", ".join(items) + ")"


def observe(oracle, module, case):
    signal.setitimer(signal.ITIMER_REAL, SECONDS_A_CASE)
    own = copy.deepcopy(case)
    try:
        try:
            result = describe(oracle.run(module, own))
        except Exception as error:
            result = describe(error)
        return result + " | " + describe(own)
    except OutOfTime:
        return "out of time"
    except SystemExit:
        return "exit"
    except MemoryError:
        return "out of memory"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def run_side(folder, tree, seed, count):
    def stop(_signal, _frame):
        raise OutOfTime

    signal.signal(signal.SIGALRM, stop)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    sys.dont_write_bytecode = True
    sys.path.insert(0, tree)
    spec = importlib.util.spec_from_file_location("corpus_oracle", os.path.join(folder, "oracle.py"))
    oracle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(oracle)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_A_CASE * 5)
    module = importlib.import_module(oracle.MODULE)
    signal.setitimer(signal.ITIMER_REAL, 0)
    made = oracle.cases(random.Random(seed))
    lines = []
    for _ in range(count):
        case = next(made)
        lines.append([describe(case), observe(oracle, module, case)])
        if lines[-1][1] == "out of time":
            break
    return lines


def fork_side(folder, tree, seed, count):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        out = os.fdopen(writer, "w")
        silent = os.open(os.devnull, os.O_RDWR)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        try:
            lines = run_side(folder, tree, seed, count)
        except BaseException as error:
            lines = [["import", describe(error)]]
        json.dump(lines, out)
        out.close()
        os._exit(0)
    os.close(writer)

    def end(_signal, _frame):
        os.kill(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    signal.alarm(SECONDS_A_SIDE)
    with os.fdopen(reader) as pipe:
        text = pipe.read()
    signal.alarm(0)
    os.waitpid(pid, 0)
    return json.loads(text) if text else [["all", "killed"]]


def judge(folder, tree, seed, count):
    original = fork_side(folder, os.path.join(folder, "tree"), seed, count)
    if len(original) < count:
        raise SystemExit(f"the original itself is not judged: {original[-1:]}")
    candidate = fork_side(folder, tree, seed, count)
    for at, (case, wanted) in enumerate(original):
        found = candidate[at][1] if at < len(candidate) else "nothing"
        if found != wanted:
            return {"status": "different", "cases": at + 1, "first": f"{case}: {wanted} <> {found}"[:500]}
    return {"status": "same", "cases": count}


if __name__ == "__main__":
    folder, tree, seed, count = sys.argv[1:]
    print(json.dumps(judge(os.path.abspath(folder), os.path.abspath(tree), int(seed), int(count))))
