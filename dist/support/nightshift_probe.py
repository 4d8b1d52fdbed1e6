"""Calls functions of a project's modules with given arguments and says what they do: `python nightshift_probe.py REQUEST`.

REQUEST is a JSON file {token, callMs, loadMs, root, targets: [{path, name, inputs}]} with absolute paths. The last line that it
prints starts with the token; behind it is JSON {results, callsMs}: for each target a list of texts, one for each input, or
why it cannot be called. It runs inside the user's project under the user's own Python (3.8 and newer), so it has no
dependencies. `src/brain/behaviour/run-probe.ts` starts it and reads the line.
"""

import asyncio
import copy
import hashlib
import importlib
import importlib.util
import inspect
import io
import json
import os
import signal
import sys
import time
from itertools import islice

MAX_TEXT = 2000
MAX_ITEMS = 50
MAX_DEPTH = 6


class TimesOut(BaseException):
    """A call that does not end; no `except Exception` of the project may hold it."""


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    printed = os.dup(1)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.stdout = sys.stderr = io.StringIO()
    sys.dont_write_bytecode = True
    root = request["root"]
    sys.path[:1] = [os.getcwd(), root, os.path.join(root, "src")]
    signal.signal(signal.SIGALRM, give_up)
    spent = [0.0]
    limits = {"call": request["callMs"] / 1000, "load": request["loadMs"] / 1000}
    results = [probe(target, limits, spent) for target in request["targets"]]
    answer = json.dumps({"results": results, "callsMs": spent[0] * 1000})
    os.write(printed, f"\n{request['token']} {answer}\n".encode())
    os._exit(0)


def give_up(_signal, _frame):
    raise TimesOut


def probe(target, limits, spent):
    try:
        signal.setitimer(signal.ITIMER_REAL, limits["load"])
        function = getattr(load(target["path"]), target["name"])
    except BaseException as error:
        return f"unloadable: {type(error).__name__}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if not callable(function):
        return f"unloadable: {target['name']} is no function"
    texts = []
    for values in target["inputs"]:
        started = time.perf_counter()
        first = observe(function, values, limits["call"])
        spent[0] += time.perf_counter() - started
        # A call that does not end is not waited for twice.
        second = first if first == "times-out" else observe(function, values, limits["call"])
        texts.append(first if first == second else "unstable")
    return texts


def load(path):
    """Imports a file under the name that its packages give it, so that relative imports work."""
    parts = [os.path.splitext(os.path.basename(path))[0]]
    folder = os.path.dirname(path)
    while os.path.exists(os.path.join(folder, "__init__.py")):
        parts.insert(0, os.path.basename(folder))
        folder = os.path.dirname(folder)
    if parts[-1] == "__init__":
        parts.pop()
    sys.path.insert(0, folder)
    name = ".".join(parts)
    module = importlib.import_module(name)
    if os.path.realpath(getattr(module, "__file__", None) or "") == os.path.realpath(path):
        return module
    # Another module has the name, such as one of the standard library.
    spec = importlib.util.spec_from_file_location(f"nightshift_probed_{len(sys.modules)}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def observe(function, given, seconds):
    values = [decode(value) for value in copy.deepcopy(given)]
    before = show(values)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        result = function(*values)
        if inspect.iscoroutine(result):
            text = f"resolves to {show(asyncio.run(result))}"
        else:
            text = f"returns {show(result)}"
    except TimesOut:
        return "times-out"
    except BaseException as error:
        text = f"throws {type(error).__name__}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    after = show(values)
    if after != before:
        text = f"{text}, leaves {after}"
    if len(text) <= MAX_TEXT:
        return text
    return f"{text[:200]}… {hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    special = value.get("$nightshift")
    if special == "undefined":
        return None
    if special is not None:
        return float(special.replace("Infinity", "inf"))
    return {key: decode(item) for key, item in value.items()}


def show(value, depth=0):
    """A value as text, the same for values that a test would call equal. Messages of errors are left out."""
    if value is None or isinstance(value, (bool, int, float, complex, bytes)):
        return repr(value)
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, BaseException):
        return f"[{type(value).__name__}]"
    if callable(value):
        return "[function]"
    if depth >= MAX_DEPTH:
        return "[deep]"
    if isinstance(value, dict):
        pairs = sorted(f"{show(key, depth + 1)}: {show(item, depth + 1)}" for key, item in islice(value.items(), MAX_ITEMS))
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (set, frozenset)):
        return "set(" + ", ".join(sorted(show(item, depth + 1) for item in value)[:MAX_ITEMS]) + ")"
    if isinstance(value, (list, tuple)) or inspect.isgenerator(value) or hasattr(value, "__next__"):
        items = ", ".join(show(item, depth + 1) for item in islice(value, MAX_ITEMS))
        return f"({items})" if isinstance(value, tuple) else f"[{items}]"
    fields = getattr(value, "__dict__", {})
    return f"{type(value).__name__}{show(dict(fields), depth + 1)}"


main()
