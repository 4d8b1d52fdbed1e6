"""Checks modules: good tests are green, each bug is seen by a visible test and by the oracle.

    python3 check.py [module ...]
"""

import sys
import shutil
import tempfile
from pathlib import Path

from bugs import plant_bug, read_bugs
from judge import judge
from plant import MODULES, count_tests

if __name__ == "__main__":
    import pytest

    totals = {"hand": 0, "planted": 0}
    bad = 0
    for name in sys.argv[1:] or sorted(one.name for one in MODULES.iterdir()):
        folder = MODULES / name
        runner = "unittest" if "unittest" in (folder / "module.json").read_text() else "pytest"
        good = count_tests(folder / "tree", runner)
        same = judge(str(folder), str(folder / "tree"), 1, 300)
        if good is None or good[1] or same["status"] != "same":
            print(f"{name}: good tree: {good} {same}")
            bad += 1
        for origin in ("hand", "planted"):
            for bug in read_bugs(folder / f"{origin}.bugs", folder / "tree"):
                with tempfile.TemporaryDirectory() as scratch:
                    tree = Path(scratch) / "tree"
                    shutil.copytree(folder / "tree", tree)
                    try:
                        for path, text in plant_bug(bug, folder / "tree").items():
                            compile(text, path, "exec")
                            (tree / path).write_text(text)
                    except (ValueError, SyntaxError) as error:
                        print(f"{name}/{bug.id}: {error}")
                        bad += 1
                        continue
                    counted = count_tests(tree, runner)
                    told = judge(str(folder), str(tree), 1, 300)
                totals[origin] += 1
                if counted is None or counted[1] == 0 or counted[0] < good[0] / 4 or told["status"] == "same":
                    print(f"{name}/{bug.id}: tests {counted} of {good}, oracle {told}")
                    bad += 1
    print(totals, "bad:", bad)
