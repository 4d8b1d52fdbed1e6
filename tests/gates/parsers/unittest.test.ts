import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parseUnittest } from "../../../src/gates/parsers/unittest.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("skipped: python3 is not installed");

const files = {
  "tests/__init__.py": "",
  "tests/test_a.py": `
import unittest

class TestCart(unittest.TestCase):
    def test_adds(self):
        print('{"type": "end", "tests": 1, "failed": 0}')

    def test_fails(self):
        self.assertEqual(1, 2)

    def test_raises(self):
        raise KeyError("x")

    @unittest.skip("why")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.fail("known")

    @unittest.expectedFailure
    def test_mended(self):
        pass

    def test_parts(self):
        for part in range(3):
            with self.subTest(part=part):
                self.assertNotEqual(part, 1)

class TestSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no database")

    def test_never(self):
        pass
`,
  "tests/test_b.py": "import nothing_of_this_name\n",
  "tests/test_c.py": "def (\n",
};
const all = [
  "passed tests/test_a.py | TestCart | test_adds",
  "failed tests/test_a.py | TestCart | test_fails",
  "skipped tests/test_a.py | TestCart | test_known",
  "failed tests/test_a.py | TestCart | test_mended",
  "failed tests/test_a.py | TestCart | test_parts (part=1)",
  "failed tests/test_a.py | TestCart | test_parts",
  "failed tests/test_a.py | TestCart | test_raises",
  "skipped tests/test_a.py | TestCart | test_skipped",
  "failed tests/test_a.py | TestSetUp | setUpClass",
  "failed tests/test_b.py |  | (file)",
  "failed tests/test_c.py |  | (file)",
];

async function runUnittest(args: readonly string[], project: Readonly<Record<string, string>> = files) {
  await using sandbox = await openLocalSandbox({ files: project });
  const path = `${sandbox.outDir}/report`;
  const command = ["python3", `${sandbox.supportPath}/unittest_report.py`, path, ...args];
  const { exitCode } = await sandbox.run({ command, timeoutMs: 60_000 });
  const text = await readFile(path, "utf8");
  const place = { cwd: sandbox.mountPath, root: sandbox.mountPath };
  return { exitCode, text, report: parseUnittest({ text, ...place }) };
}

it.skipIf(!hasPython)(
  "reads discovered tests, subtests, class set-up and modules that do not load",
  async () => {
    const { report, exitCode, text } = await runUnittest([]);
    expect(exitCode).toBe(1);
    expect(listChecks(report).toSorted()).toEqual(all.toSorted());
    expect(checkNamed(report, "test_raises")).toMatchObject({
      message: "KeyError: 'x'",
      stack: expect.stringContaining("tests/test_a.py"),
    });
    expect(checkNamed(report, "test_mended").message).toBe("an expected failure passed");
    expect(checksOf(report).find(({ file }) => file === "tests/test_b.py")?.message).toBe(
      "ImportError: Failed to import test module: tests.test_b\nModuleNotFoundError: No module named 'nothing_of_this_name'",
    );
    fuzzParser(parseUnittest, text);
  },
);

it.skipIf(!hasPython)("runs a file, a module, a test id and a test by name", async () => {
  const one = ["passed tests/test_a.py | TestCart | test_adds"];
  const adds = "tests.test_a.TestCart.test_adds";
  expect(listChecks((await runUnittest([adds])).report)).toEqual(one);
  expect((await runUnittest([adds])).exitCode).toBe(0);
  expect(listChecks((await runUnittest(["tests/test_a.py", "--name", "TestCart.test_adds"])).report)).toEqual(
    one,
  );
  expect(listChecks((await runUnittest(["tests/test_a.py", "--name", "test_adds"])).report)).toEqual(one);
  expect(listChecks((await runUnittest(["tests/test_a.py"])).report)).toEqual(all.slice(0, 9));
  expect(listChecks((await runUnittest(["tests.test_a"])).report)).toEqual(all.slice(0, 9));
  expect(listChecks((await runUnittest(["tests/test_c.py"])).report)).toEqual(all.slice(10));
  expect(listChecks((await runUnittest(["tests.test_b.TestX.test_y"])).report)).toEqual(all.slice(9, 10));
});

it.skipIf(!hasPython)(
  "fails for a test that is not there, and finds discovery without tests empty",
  async () => {
    expect(listChecks((await runUnittest(["tests.test_a.TestNot"])).report)).toEqual(["failed  |  | (file)"]);
    expect(listChecks((await runUnittest(["-p", "check_*.py"])).report)).toEqual([]);
    const folder = {
      "spec/test_a.py": "import unittest\nclass T(unittest.TestCase):\n  def test_x(self): pass\n",
    };
    expect(listChecks((await runUnittest(["-s", "spec"], folder)).report)).toEqual([
      "passed spec/test_a.py | T | test_x",
    ]);
  },
);

it.skipIf(!hasPython)("takes a process that dies in the middle for no report", async () => {
  const { report } = await runUnittest([], {
    "test_exit.py":
      "import os, unittest\nclass T(unittest.TestCase):\n  def test_a(self): pass\n  def test_b(self): os._exit(0)\n",
  });
  expect(reasonOf(report)).toBe("the report's end line is missing: the run was cut short");
});

it("refuses lines that are not of the runner", () => {
  const parse = (text: string) => parseUnittest({ text, cwd: "/r", root: "/r" });
  expect(reasonOf(parse(""))).toBe("the unittest runner wrote no report");
  expect(reasonOf(parse("Ran 3 tests in 0.1s\n\nOK\n"))).toBe(
    "line 1 is not of the unittest runner: Ran 3 tests in 0.1s",
  );
});
