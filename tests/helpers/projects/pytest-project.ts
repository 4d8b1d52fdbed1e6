import { spawnSync } from "node:child_process";
import type { ProjectFixture } from "./project-fixture.ts";
import { writeFiles } from "./write-files.ts";

const files = {
  ".gitignore": "__pycache__/\n.pytest_cache/\n",
  "pyproject.toml": `[project]
name = "ledger"
version = "1.0.0"

[tool.pytest.ini_options]
testpaths = ["tests"]
pythonpath = ["."]
`,
  "ledger/__init__.py": "",
  "ledger/balance.py": `"""Running balances of a stall's ledger, in cents."""


def running(entries, opening=0):
    """The balance after each entry."""
    balances = []
    balance = opening
    for amount in entries:
        balance += amount
        balances.append(balance)
    return balances


def lowest(entries, opening=0):
    """The lowest balance at any time, the opening one included."""
    return min([opening] + running(entries, opening))


def is_covered(entries, opening=0, credit=0):
    """Whether the balance stays within the credit line."""
    return lowest(entries, opening) > -credit
`,
  "tests/test_balance.py": `from ledger.balance import is_covered, lowest, running


def test_running():
    assert running([500, -200, 50]) == [500, 300, 350]
    assert running([10], opening=5) == [15]


def test_lowest_without_opening():
    assert lowest([500, -700, 300]) == -200
    assert lowest([]) == 0


def test_lowest_counts_from_the_opening_balance():
    assert lowest([500, -700, 300], opening=1000) == 800
    assert lowest([50], opening=20) == 20


def test_covered():
    assert is_covered([-300], credit=300)
    assert not is_covered([-301], credit=300)
`,
};

/** Python tested by pytest. */
export const pytestProject: ProjectFixture = {
  name: "a pytest project",
  write: (folder) => {
    const { status, error } = spawnSync("python3", ["-m", "pytest", "--version"], { stdio: "ignore" });
    if (status !== 0) {
      return { status: "unavailable", reason: error ? "python3 is not installed" : "python3 has no pytest" };
    }
    writeFiles(folder, files);
    return { status: "fetched" };
  },
  command: "python3 -m pytest -q -p no:cacheprovider",
  fix: {
    file: "ledger/balance.py",
    from: "lowest(entries, opening) > -credit",
    to: "lowest(entries, opening) >= -credit",
  },
};
