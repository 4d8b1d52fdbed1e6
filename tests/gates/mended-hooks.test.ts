import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { instrumentCommand } from "../../src/config/instrument-command.ts";
import { compareGate } from "../../src/gates/compare.ts";
import { findFailingIds } from "../../src/gates/find-failing-ids.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("skipped: python3 is not installed");

/** Tests in JavaScript whose hook fails while `source.cjs` exports false. */
const hooked = (head: string, hook: string) => `${head}
const source = require("./source.cjs");
describe("S", () => {
  ${hook}(() => { if (!source.works) throw new Error("no connection"); });
  it("one", () => {});
  it("two", () => {});
});
describe("T", () => { it("three", () => {}); });
`;
const midway =
  'const { works } = require("./source.cjs");\nconsole.log("TAP version 13\\nok 1 one");\nif (!works) throw new Error("boom");\nconsole.log("ok 2 two\\n1..2");\n';
const python = `import unittest
class S(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open("source.cjs") as file:
            assert "works = true" in file.read()
    def test_one(self):
        pass
class T(unittest.TestCase):
    def test_two(self):
        pass
`;

const cases: readonly (readonly [command: string, path: string, test: string])[] = [
  ["node --test", "a.test.cjs", hooked('const { describe, it, before } = require("node:test");', "before")],
  ["mocha a.cjs", "a.cjs", hooked("", "before")],
  ["mocha a.cjs", "a.cjs", hooked("", "beforeEach")],
  [
    "vitest run --globals",
    "a.test.js",
    hooked(
      'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
      "beforeAll",
    ),
  ],
  ["jest", "a.test.js", hooked("", "beforeAll")],
  ["tape a.cjs", "a.cjs", midway],
  ...(hasPython ? [["python3 -m unittest", "test_a.py", python] as const] : []),
];

it.each(cases)(
  "calls everything fixed when a hook or a crash of `%s` is mended",
  async (command, path, test) => {
    const files = { [path]: test, "source.cjs": "exports.works = false;\n", "package.json": '{"jest":{}}' };
    const call = instrumentCommand(command);
    if (call === null) throw new Error(`no tool is seen in ${command}`);
    const { format, runner } = call.tool;
    const spec = buildSpec({ kind: "tests", format, ...(runner ? { runner } : {}), ...call });
    await using sandbox = await openLocalSandbox({ files, links: { node_modules: resolve("node_modules") } });
    const deps = buildGateDeps(Object.keys(files));
    const base = await runGate({ spec, sandbox }, deps);
    await sandbox.apply([{ path: "source.cjs", mode: "100644", content: "exports.works = true;\n" }]);
    const candidate = await runGate({ spec, sandbox }, deps);
    const judged = compareGate({
      spec,
      base,
      candidate,
      isStrict: false,
      setAside: new Set(),
      proof: undefined,
    });
    expect(findFailingIds(base)).not.toEqual([]);
    expect(judged).toMatchObject({ status: "green", fixed: findFailingIds(base), broken: [] });
  },
);
