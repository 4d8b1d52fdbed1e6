import { describe, expect, it } from "vitest";
import { pytestWarmRunner as runner } from "../../../../src/brain/search/warm/python-pytest-runner.ts";
import { isBubblewrapHere } from "../../../helpers/bubblewrap-here.ts";
import { openSandboxRig } from "../../../helpers/sandbox-rig.ts";
import { namesOf, openPython, pythonGates, runTexts } from "./open-python.ts";

const gate = pythonGates.pytest();

const numbers = `"""Numbers."""

LIMIT = 3


def clamp(value, low=0):
    if value < low:
        return low
    return value + 1


def total(values):
    result = 0
    for value in values:
        result += value
    return result


class Box:
    size = LIMIT

    def grow(self, by):
        self.size = self.size + by
        return self.size
`;

const tests = `import pytest
from app.numbers import LIMIT, Box, clamp, total


@pytest.mark.parametrize("value, expected", [(1, 1), (-1, 0)])
def test_clamp(value, expected):
    assert clamp(value) == expected


def test_total():
    assert total([1, 2]) == 3


class TestBox:
    def test_grow(self):
        assert Box().grow(2) == 5

    def test_limit(self):
        assert LIMIT == 3
`;

const files = {
  "app/__init__.py": "",
  "app/numbers.py": numbers,
  "tests/test_numbers.py": tests,
  "conftest.py": "",
};

describe("the warm runner for pytest", () => {
  it("runs candidates as the gate would, and gives ids of the gate's report", async () => {
    await using opened = await openPython({ files, gate, runner });
    const session = opened.session();
    expect(session.base.map(({ file, suite, name, status }) => [file, suite, name, status])).toEqual(
      opened.measured.checks.map(({ file, suite, name, status }) => [file, suite, name, status]),
    );
    const [mended, other, breaking, broken] = await runTexts(session, "app/numbers.py", [
      numbers.replace("value + 1", "value"),
      numbers.replace("value + 1", "value - 1"),
      numbers.replace("value + 1", "value").replace("result += value", "result -= value"),
      numbers.replace("value + 1", "value +"),
    ]);
    expect(mended).toMatchObject({ status: "ran", isComplete: true });
    expect(namesOf(mended, "failed")).toEqual([]);
    expect(namesOf(mended, "passed")).toHaveLength(5);
    expect(other).toMatchObject({ status: "ran", isComplete: false });
    expect(namesOf(breaking, "failed")).toEqual(["test_total"]);
    expect(broken).toMatchObject({ status: "ended" });
  });
});

describe.skipIf(!(await isBubblewrapHere()))("the warm runner for pytest under isolation", () => {
  it("runs candidates, and again after the sandbox was reset", async () => {
    await using rig = await openSandboxRig({ files });
    const sandbox = await rig.pool.open("1", rig.commit);
    await using opened = await openPython({ files, gate, runner, sandbox });
    const session = opened.session();
    const sound = numbers.replace("value + 1", "value");
    const moved = sound.replace("LIMIT = 3", "LIMIT = 4");
    const [first] = await runTexts(session, "app/numbers.py", [sound]);
    await sandbox.apply([{ path: "app/numbers.py", mode: "100644", content: "raise ValueError()\n" }]);
    const [second, third] = await runTexts(session, "app/numbers.py", [sound, moved]);
    await sandbox.reset();
    const [fourth] = await runTexts(session, "app/numbers.py", [moved]);
    expect([first, second].map((outcome) => namesOf(outcome, "failed"))).toEqual([[], []]);
    expect([third, fourth].map((outcome) => namesOf(outcome, "failed"))).toEqual(
      Array(2).fill(["test_grow", "test_limit"]),
    );
    expect(await session.trace()).toHaveLength(5);
  });
});
