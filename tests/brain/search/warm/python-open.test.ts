import { describe, expect, it } from "vitest";
import { pytestWarmRunner } from "../../../../src/brain/search/warm/python-pytest-runner.ts";
import { unittestWarmRunner } from "../../../../src/brain/search/warm/python-unittest-runner.ts";
import { namesOf, openPython, pythonGates, runTexts } from "./open-python.ts";

const gate = pythonGates.unittest();
const runner = unittestWarmRunner;
const lib = "def double(value):\n    return value + value + 1\n";
const head = "import unittest\nimport lib\n\n\nclass T(unittest.TestCase):\n";
const target = "    def test_double(self):\n        self.assertEqual(lib.double(2), 4)\n";

describe("opening a warm session of Python", () => {
  it.each([
    [
      "a test that writes into the tree",
      `${head}${target}    def test_w(self):\n        open("left.txt", "w").close()\n`,
      /test_w.*writes left\.txt into the tree/,
    ],
    [
      "a target that starts a program",
      `import subprocess, sys\n${head}    def test_double(self):\n        out = subprocess.check_output([sys.executable, "-c", "import lib; print(lib.double(2))"])\n        self.assertEqual(int(out), 4)\n`,
      /starts another program/,
    ],
    [
      "a target that reads the source",
      `${head}    def test_double(self):\n        scope = {}\n        exec(open("lib.py").read(), scope)\n        self.assertEqual(scope["double"](2), 4)\n`,
      /reads lib\.py by itself/,
    ],
    [
      "a test that is another one each time",
      `import os\n${head}${target}    def test_r(self):\n        self.assertEqual(os.getpid() % 2, 5)\n    def test_p(self):\n        import time\n        self.assertTrue(os.path.exists("/proc/%d" % os.getppid()) and "nightshift_warm" not in open("/proc/self/cmdline").read())\n`,
      /test_p.*fails in it/,
    ],
  ])("refuses %s, and says why", async (_title, test, reason) => {
    await using opened = await openPython({ files: { "lib.py": lib, "test_lib.py": test }, gate, runner });
    expect(opened.opening).toMatchObject({ status: "unsuited" });
    expect(opened.opening.status === "unsuited" && opened.opening.reason).toMatch(reason);
  });

  it("refuses a gate that builds first, one that starts the runner by other means, and one that ends at once", async () => {
    const files = { "lib.py": lib, "test_lib.py": `${head}${target}` };
    const reasonFor = async (other: Partial<typeof gate>) => {
      await using opened = await openPython({
        files,
        gate,
        runner: {
          ...runner,
          open: (input, deps) =>
            runner.open({ ...input, task: { ...input.task, gate: { ...input.task.gate, ...other } } }, deps),
        },
      });
      return opened.opening.status === "unsuited" ? opened.opening.reason : "open";
    };
    expect(await reasonFor({ before: ["make"] })).toMatch(/build step/);
    expect(await reasonFor({ command: ["python3", "-m", "xmlrunner"] })).toMatch(
      /does not start unittest itself/,
    );
    expect(
      await reasonFor({
        command: ["python3", "-c", "raise SystemExit('no such thing')", "{support}/unittest_report.py"],
      }),
    ).toMatch(/warm process is gone.*no such thing/);
  });

  it("runs tests that depend on their order in it, and all of them", async () => {
    const test = `import unittest\nimport lib\nseen = []\n\nclass T(unittest.TestCase):\n    def test_a(self):\n        seen.append(1)\n    def test_double(self):\n        self.assertEqual(lib.double(len(seen)), 2)\n    def test_last(self):\n        self.assertEqual(seen, [1])\n`;
    await using opened = await openPython({ files: { "lib.py": lib, "test_lib.py": test }, gate, runner });
    const [wrong, right] = await runTexts(opened.session(), "lib.py", [
      lib.replace("+ 1", "+ 2"),
      lib.replace(" + 1", ""),
    ]);
    expect(wrong).toMatchObject({ status: "ran", isComplete: true });
    expect(namesOf(wrong, "failed")).toEqual(["test_double"]);
    expect(namesOf(right, "passed")).toEqual(["test_a", "test_double", "test_last"]);
  });

  it("opens on tests that pass, runs those asked for and ends at the first that fails", async () => {
    const test = `${head}${target}    def test_half(self):\n        self.assertEqual(lib.double(3), 6)\n    def test_zero(self):\n        self.assertEqual(lib.double(0), 0)\n`;
    const sound = lib.replace(" + 1", "");
    const files = { "lib.py": sound, "test_lib.py": test };
    await using opened = await openPython({ files, gate, runner, targets: "passing" });
    const session = opened.session();
    const checks = new Set([JSON.stringify(["test_lib.py", "T", "test_zero"])]);
    const edits = [
      { path: "lib.py", mode: "100644" as const, content: sound.replace("value + value", "value * 3") },
    ];
    const outcomes = [];
    for await (const outcome of session.run([
      { edits, fuel: 1000 },
      { edits, fuel: 1000, checks },
    ]))
      outcomes.push(outcome);
    expect(outcomes[0]).toMatchObject({
      status: "ran",
      isComplete: false,
      checks: [{ name: "test_double", status: "failed" }],
    });
    expect(outcomes[1]).toMatchObject({ status: "ran", checks: [{ name: "test_zero", status: "passed" }] });
    expect(session.baseFuel).toBe(3);
  });
});

const shapes = `import functools

FACTOR = 2
TABLE = [value * FACTOR for value in range(3)]


def make(step):
    def add(value):
        return value + step + 1
    return add


add_two = make(2)


def build():
    return {"a": 1}


NAMES = build()


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Shape:
    SIDES = 4

    @property
    def double(self):
        return self.SIDES * 2

    @staticmethod
    def half(value, by=2):
        return value // by

    def lazy(self):
        return [side for side in range(self.SIDES) if side != 1]


key = lambda value: value[0]
`;
const shapesTest = `import pytest
from pkg import shapes


@pytest.fixture(scope="session")
def shape():
    return shapes.Shape()


def test_add(): assert shapes.add_two(1) == 3
def test_table(): assert shapes.TABLE == [0, 2, 4]
def test_names(): assert shapes.NAMES == {"a": 1}
def test_fib(): assert shapes.fib(10) == 55
def test_double(shape): assert shape.double == 8
def test_half(shape): assert shape.half(8) == 4
def test_lazy(shape): assert shape.lazy() == [0, 2, 3]
def test_key(): assert sorted([(2, 1), (1, 2)], key=shapes.key) == [(1, 2), (2, 1)]
`;

describe("edits of every kind in warm pytest", () => {
  it("do what they do when everything is loaded anew", async () => {
    const files = {
      "pkg/__init__.py": "",
      "pkg/shapes.py": shapes,
      "tests/test_shapes.py": shapesTest,
      "conftest.py": "",
    };
    await using opened = await openPython({ files, gate: pythonGates.pytest(), runner: pytestWarmRunner });
    const sound = shapes.replace("step + 1", "step");
    const edits: readonly (readonly [from: string, to: string, failing: string])[] = [
      ["FACTOR = 2", "FACTOR = 3", "test_table"],
      ["range(3)", "range(2)", "test_table"],
      ['return {"a": 1}', "return {}", "test_names"],
      ["n if n < 2", "1 if n < 2", "test_fib"],
      ["SIDES * 2", "SIDES * 3", "test_double"],
      ["by=2", "by=3", "test_half"],
      ["value // by", "value // by + 1", "test_half"],
      ["side != 1", "side != 2", "test_lazy"],
      ["value[0]", "value[1]", "test_key"],
      ["@staticmethod\n    def half(value", "def half(self, value", ""],
      ["    @property\n", "", "test_double"],
    ];
    const outcomes = await runTexts(opened.session(), "pkg/shapes.py", [
      sound,
      ...edits.map(([from, to]) => sound.replace(from, to)),
    ]);
    expect(namesOf(outcomes[0], "failed")).toEqual([]);
    for (const [at, [from, , failing]] of edits.entries())
      expect([from, namesOf(outcomes[at + 1], "failed").join()]).toEqual([from, failing]);
  });

  it("mend a test file that does not load", async () => {
    const broken = {
      "lib.py": "def double(value):\n    return value * 2\n\n\nraise ValueError('no')\n",
      "test_lib.py": "from lib import double\n\ndef test_double():\n    assert double(2) == 4\n",
      "test_other.py": "def test_o():\n    pass\n",
    };
    await using opened = await openPython({
      files: broken,
      gate: pythonGates.pytest(),
      runner: pytestWarmRunner,
    });
    const [mended, still] = await runTexts(opened.session(), "lib.py", [
      broken["lib.py"].replace("raise ValueError('no')\n", ""),
      broken["lib.py"].replace("value * 2", "value * 3"),
    ]);
    expect(namesOf(mended, "passed")).toEqual(["test_double", "test_o"]);
    expect(still).toMatchObject({ status: "ran", isComplete: false });
    expect(namesOf(still, "failed")).toEqual(["(file)"]);
  });
});
