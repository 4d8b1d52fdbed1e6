import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parsePytest } from "../../../src/gates/parsers/pytest.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const hasPytest = spawnSync("python3", ["-m", "pytest", "--version"]).status === 0;
if (!hasPytest) console.warn("skipped: pytest is not installed (pip install pytest)");

const files = {
  "tests/test_a.py": `
import pytest

class TestCart:
    class TestDeep:
        def test_adds(self):
            pass

    def test_fails(self):
        assert 1 == 2

@pytest.mark.parametrize("name", ["x > y", "b.c[1]"])
def test_names(name):
    assert name == "x > y"

@pytest.fixture
def broken():
    raise RuntimeError("no database")

@pytest.fixture
def leaving():
    yield
    raise RuntimeError("cannot leave")

def test_set_up(broken):
    pass

def test_teardown(leaving):
    pass

def test_both(leaving):
    assert False

@pytest.mark.skip
def test_skipped():
    pass

@pytest.mark.xfail
def test_known():
    assert False

@pytest.mark.xfail(strict=True)
def test_mended():
    pass
`,
  "tests/test_b.py": "import nothing_of_this_name\n",
  "tests/sub.dir/test_c.py": "def (\n",
  "tests/test_d.py": 'import pytest\npytest.skip("why", allow_module_level=True)\n',
};

async function runPytest(...args: readonly string[]) {
  await using sandbox = await openLocalSandbox({ files });
  const path = `${sandbox.outDir}/report`;
  const fixed = ["-o", "junit_family=xunit1", `--junitxml=${path}`, "-p", "no:cacheprovider"];
  await sandbox.run({ command: ["python3", "-m", "pytest", ...fixed, ...args], timeoutMs: 60_000 });
  return { text: await readFile(path, "utf8"), place: { cwd: sandbox.mountPath, root: sandbox.mountPath } };
}

it.skipIf(!hasPytest)(
  "reads what pytest writes: classes, parameters, fixtures and files that do not load",
  async () => {
    const { text, place } = await runPytest("--continue-on-collection-errors");
    const report = parsePytest({ text, ...place });
    expect(listChecks(report).toSorted()).toEqual(
      [
        "failed tests/sub.dir/test_c.py |  | (file)",
        "failed tests/test_b.py |  | (file)",
        "skipped tests/test_d.py |  | (file)",
        "passed tests/test_a.py | TestCart > TestDeep | test_adds",
        "failed tests/test_a.py | TestCart | test_fails",
        "passed tests/test_a.py |  | test_names[x > y]",
        "failed tests/test_a.py |  | test_names[b.c[1]]",
        "failed tests/test_a.py |  | test_set_up",
        "failed tests/test_a.py |  | test_teardown",
        "failed tests/test_a.py |  | test_both",
        "skipped tests/test_a.py |  | test_skipped",
        "skipped tests/test_a.py |  | test_known",
        "failed tests/test_a.py |  | test_mended",
      ].toSorted(),
    );
    expect(checkNamed(report, "test_fails")).toMatchObject({
      message: "assert 1 == 2",
      stack: expect.stringContaining("tests/test_a.py:10: AssertionError"),
    });
    expect(checkNamed(report, "test_set_up").message).toContain("RuntimeError: no database");
    const messages = checksOf(report)
      .filter(({ name, status }) => name === "(file)" && status === "failed")
      .map(({ message }) => message?.split("\n").at(-1));
    expect(messages.toSorted()).toEqual([
      "ModuleNotFoundError: No module named 'nothing_of_this_name'",
      "SyntaxError: invalid syntax",
    ]);
    fuzzParser(parsePytest, text);
  },
);

it.skipIf(!hasPytest)("counts paths from the gate's folder to the repository's root", async () => {
  const { text, place } = await runPytest("tests/test_a.py", "-k", "test_adds");
  const report = parsePytest({ text, cwd: `${place.cwd}/packages/a`, root: place.root });
  expect(listChecks(report)).toEqual(["passed packages/a/tests/test_a.py | TestCart > TestDeep | test_adds"]);
});

const parse = (text: string) => parsePytest({ text, cwd: "/r", root: "/r" });

it.skipIf(!hasPytest)("refuses the family that names no files", async () => {
  const { text } = await runPytest("-o", "junit_family=xunit2", "tests/test_a.py");
  expect(reasonOf(parse(text))).toBe("tests without a file; run pytest with -o junit_family=xunit1");
});

it("refuses pytest's own errors", () => {
  const text =
    '<testsuites><testsuite name="pytest"><testcase classname="pytest" name="internal"><error message="internal error">' +
    "INTERNALERROR</error></testcase></testsuite></testsuites>";
  expect(reasonOf(parse(text))).toBe("pytest itself failed: internal error");
});

it.skipIf(!hasPytest).each([
  ["failures", /<failure[\s\S]*?<\/failure>/, "pytest announces 4 failures and lists 3"],
  ["errors", /<error[\s\S]*?<\/error>/, "pytest announces 3 errors and lists 2"],
  ["skips", /<skipped[\s\S]*?<\/skipped>/, "pytest announces 2 skipped and lists 1"],
])("refuses a report from which one of its %s was taken away", async (_, mark, reason) => {
  const { text } = await runPytest("tests/test_a.py");
  expect(parse(text).status).toBe("checks");
  expect(reasonOf(parse(text.replace(mark, "")))).toBe(reason);
});
