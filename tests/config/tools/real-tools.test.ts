import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { instrumentCommand } from "../../../src/config/instrument-command.ts";
import type { OnlyCheck } from "../../../src/gates/gate-context.ts";
import { runGate } from "../../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";

const succeeds = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const hasCargo = succeeds("cargo", "--version");
const hasPytest = succeeds("python3", "-m", "pytest", "--version");
const hasPython = succeeds("python3", "--version");
if (!hasCargo) console.warn("skipped: cargo is not installed (https://rustup.rs)");
if (!hasPytest) console.warn("skipped: pytest is not installed");
if (!hasPython) console.warn("skipped: python3 is not installed");

/** Runs a command as the gate that Nightshift makes of it, in `cwd`. Rustup finds its toolchains by HOME. */
async function run(
  command: string,
  files: Readonly<Record<string, string>>,
  { cwd = ".", only }: { readonly cwd?: string; readonly only?: OnlyCheck } = {},
) {
  const call = instrumentCommand(command);
  if (call === null) throw new Error(`no tool is seen in ${command}`);
  const { format, runner } = call.tool;
  const spec = buildSpec({ kind: "tests", cwd, format, ...(runner ? { runner } : {}), ...call });
  await using sandbox = await openLocalSandbox({ files, env: { HOME: process.env.HOME ?? "" } });
  const result = await runGate(
    { spec, sandbox, ...(only ? { only } : {}) },
    buildGateDeps(Object.keys(files)),
  );
  const ids = result.checks.map(({ file, suite, name, status }) => `${file} ${suite}/${name} ${status}`);
  return { ...result, ids: ids.sort() };
}

describe.skipIf(!hasPytest)("pytest", () => {
  const tests = "def test_fine():\n    pass\n\ndef test_wrong():\n    assert 1 == 2\n";

  it.each([
    ["pytest.ini", "[pytest]\naddopts = -x\n"],
    ["pyproject.toml", '[tool.pytest.ini_options]\naddopts = "-x"\n'],
  ])(
    "names files from the gate's folder where %s makes another one pytest's root",
    async (name, settings) => {
      const files = { [name]: settings, "sub/test_a.py": tests };
      expect((await run("python3 -m pytest", files, { cwd: "sub" })).ids).toEqual([
        "sub/test_a.py /test_fine passed",
        "sub/test_a.py /test_wrong failed",
      ]);
      expect((await run("python3 -m pytest sub", files)).ids).toHaveLength(2);
    },
  );

  it("runs what can be collected beside a file that cannot", async () => {
    const { ids, status } = await run("python3 -m pytest", {
      "test_a.py": tests,
      "test_b.py": "import nothing_of_that_name\n",
    });
    expect(ids).toEqual([
      "test_a.py /test_fine passed",
      "test_a.py /test_wrong failed",
      "test_b.py /(file) failed",
    ]);
    expect(status).toBe("failed");
  });
});

describe.skipIf(!hasPython)("unittest", () => {
  const files = {
    "tests/helper.py": "ONE = 1\n",
    "tests/check_a.py":
      "import unittest\nfrom helper import ONE\nclass T(unittest.TestCase):\n    def test_fine(self):\n        self.assertEqual(ONE, 1)\n    def test_wrong(self):\n        self.assertEqual(ONE, 2)\n",
    "tests/test_other.py": "raise Exception('not chosen')\n",
  };
  const both = ["tests/check_a.py T/test_fine passed", "tests/check_a.py T/test_wrong failed"];

  it.each([
    "discover -s tests -p 'check_*.py'",
    "discover tests 'check_*.py'",
    "discover -s tests -p check_a.py -t tests",
  ])("starts where `%s` says", async (args) => {
    expect((await run(`python3 -m unittest ${args}`, files)).ids).toEqual(both);
    const only = { file: "tests/check_a.py", suite: "T", name: "test_wrong" };
    expect((await run(`python3 -m unittest ${args}`, files, { only })).ids).toEqual(both.slice(1));
  });

  it("keeps -k", async () => {
    const { ids } = await run("python3 -m unittest discover -s tests -p 'check_*.py' -k fine", files);
    expect(ids).toEqual(both.slice(0, 1));
  });
});

it.skipIf(!hasCargo)(
  "cargo test: the file of a test is the source of its binary",
  { timeout: 300_000 },
  async () => {
    const { ids } = await run("cargo test", {
      "Cargo.toml": '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n[lib]\ndoctest = false\n',
      "src/lib.rs":
        '#[cfg(test)]\nmod tests {\n #[test] fn loud() { use std::io::Write; std::io::stderr().write_all(b"words").unwrap(); }\n #[test] fn wrong() { assert_eq!(1, 2); }\n}\n',
      "tests/more.rs": "#[test] fn fine() {}\n",
    });
    expect(ids).toEqual([
      "src/lib.rs shop > tests/loud passed",
      "src/lib.rs shop > tests/wrong failed",
      "tests/more.rs more/fine passed",
    ]);
  },
);

it("tape: a file that throws is a failing check of that file", async () => {
  const files = {
    "a.test.cjs": 'console.log("TAP version 13\\nok 1 one");\nthrow new Error("boom");\n',
    "b.test.cjs": 'console.log("TAP version 13\\nok 1 two\\n1..1");\n',
  };
  const { ids, checks } = await run("tape '*.test.cjs'", files);
  expect(ids).toEqual(["a.test.cjs /(file) failed", "a.test.cjs /one passed", "b.test.cjs /two passed"]);
  expect(checks.find(({ status }) => status === "failed")?.message).toBe("Error: boom");
});
