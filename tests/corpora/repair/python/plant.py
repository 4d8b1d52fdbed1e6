"""Writes planted.bugs of modules: faults that a visible test sees, and that leave most tests alone.

    python3 plant.py [--count 4] [--seed 1] [module ...]

Each mutant is run against the visible tests in a forked process; what stays is chosen by seed, over classes and places.
"""

import argparse
import io
import os
import random
import shutil
import signal
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from bugs import plant_bug, read_bugs
from judge import judge
from mutations import find_mutations

MODULES = Path(__file__).resolve().parent / "modules"
SECONDS = 5
MAX_TRIED = 60
RARE = {"condition-dropped": "condition-rewritten"}


class Counter:
    """A plugin of pytest that counts."""

    def __init__(self):
        self.passed = self.failed = 0

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed += 1
        elif report.when == "call" and report.passed:
            self.passed += 1


def count_tests(tree, runner):
    """(passed, failed) of the visible tests in a process of their own; None where they do not end or do not load."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        silent = os.open(os.devnull, os.O_RDWR)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        sys.dont_write_bytecode = True
        os.chdir(tree)
        sys.path.insert(0, str(tree))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(SECONDS)
        os.write(writer, "{} {}".format(*run_tests(runner)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    return tuple(map(int, text.split())) if text else None


def run_tests(runner):
    if runner == "pytest":
        import pytest

        counter = Counter()
        pytest.main(["-q", "-p", "no:cacheprovider", "."], plugins=[counter])
        return counter.passed, counter.failed
    suite = unittest.defaultTestLoader.discover(".", "test_*.py", ".")
    result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    failed = len(result.failures) + len(result.errors)
    return result.testsRun - failed, failed


def write_block(text, edits):
    """Whole lines around the edits, as the format wants them; None where the lines are not the only ones."""
    parts = []
    for start, end, replacement in edits:
        first = text.rfind("\n", 0, start) + 1
        last = end if end > 0 and text[end - 1] == "\n" else text.find("\n", end) + 1
        while True:
            old = text[first:last]
            if text.count("\n" + old) + text.startswith(old) == 1:
                break
            if first == 0:
                return None
            first = text.rfind("\n", 0, first - 1) + 1
        new = text[first:start] + replacement + text[end:last]
        parts.append(f"<<<\n{old}===\n{new}>>>\n")
    return "@\n" + "@\n".join(parts)


def plant(module, count, seed):
    folder = MODULES / module
    runner = (folder / "module.json").read_text()
    runner = "unittest" if "unittest" in runner else "pytest"
    path = sorted(one for one in (folder / "tree").glob("*.py") if not one.name.startswith("test_"))[0]
    text = path.read_text()
    rng = random.Random(f"{seed} {module}")
    mutations = list(find_mutations(text))
    rng.shuffle(mutations)
    # One of each class ahead of the second of any.
    rank = {}
    order = []
    for one in mutations:
        rank[one[0]] = rank.get(one[0], 0) + 1
        order.append((rank[one[0]], len(order), one))
    mutations = [one for _, _, one in sorted(order)]
    offset = rng.randrange(max(1, len({kind for kind, *_ in mutations})))
    mutations = mutations[offset:] + mutations[:offset]
    chosen = []
    known = {plant_bug(bug, folder / "tree").get(path.name) for bug in read_bugs(folder / "hand.bugs", folder / "tree")}
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        shutil.copytree(folder / "tree", tree)
        good = count_tests(tree, runner)
        if good is None or good[1] > 0 or good[0] == 0:
            raise SystemExit(f"{module}: the good tree is {good}")
        for kind, start, end, replacement in mutations[:MAX_TRIED]:
            if len(chosen) == count + 1:
                break
            if any(abs(start - other[1]) < 12 for other in chosen) or sum(kind == other[0] for other in chosen) > 0:
                continue
            mutant = text[:start] + replacement + text[end:]
            if mutant in known:
                continue
            (tree / path.name).write_text(mutant)
            counted = count_tests(tree, runner)
            if counted is None or counted[1] == 0 or counted[0] < good[0] / 3:
                continue
            if judge(str(folder), str(tree), 1, 300)["status"] == "same":
                continue
            chosen.append((kind, start, end, replacement))
        blocks = [([kind], [(start, end, new)]) for kind, start, end, new in chosen[:count]]
        # Two places at once: the last two, where the tests see both.
        if len(chosen) > count and rng.random() < 0.5:
            two = sorted(chosen[-2:], key=lambda one: one[1])
            if two[0][2] <= two[1][1]:
                blocks[-1] = (["two-edit", *(one[0] for one in two)], [one[1:] for one in two])
    lines = []
    for number, (kinds, edits) in enumerate(blocks, 1):
        body = write_block(text, edits)
        if body is None:
            continue
        kinds = [RARE.get(kind, kind) for kind in kinds]
        lines.append(f"### p{number} {'+'.join(kinds)} planted\n{body}")
    (folder / "planted.bugs").write_text("\n".join(lines))
    return len(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--count", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    import pytest  # Loaded once, for all forks.

    for name in given.modules or sorted(one.name for one in MODULES.iterdir()):
        print(name, plant(name, given.count, given.seed), flush=True)
