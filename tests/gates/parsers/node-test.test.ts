import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parseNodeTest } from "../../../src/gates/parsers/node-test.ts";
import { findNodes } from "../../helpers/find-nodes.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const suites = `
import test, { describe, it, before } from "node:test";
import assert from "node:assert";
import { defineShared } from "./shared.mjs";
defineShared();
test("adds", () => {});
test("adds", () => assert.equal(1, 2));
describe("cart", () => {
  it("is empty", () => {});
  it("throws", () => { throw new TypeError("boom", { cause: new Error("deeper") }); });
  describe("deep", () => {
    it("is skipped", { skip: "why" }, () => {});
    it("is planned", { todo: true }, () => { throw new Error("not yet"); });
  });
});
describe("hooked", () => { before(() => { throw new Error("hook failed"); }); it("never", () => {}); });
test("parent", async (t) => {
  await t.test("child", () => {});
  await t.test("bad child", () => { throw "a string"; });
});
`;
const files = {
  "test/a.test.mjs": suites,
  "test/b.test.mjs": 'console.log("noise"); const nothing = undefined; nothing.field;',
  "test/c.test.mjs": 'import "./shared.mjs";',
  "test/shared.mjs":
    'import test from "node:test"; export function defineShared() { test("shared", () => {}); }',
};
const expected = [
  "passed test/a.test.mjs |  | shared",
  "passed test/a.test.mjs |  | adds",
  "failed test/a.test.mjs |  | adds #2",
  "passed test/a.test.mjs | cart | is empty",
  "failed test/a.test.mjs | cart | throws",
  "skipped test/a.test.mjs | cart > deep | is skipped",
  "skipped test/a.test.mjs | cart > deep | is planned",
  "failed test/a.test.mjs | hooked | never",
  "failed test/a.test.mjs |  | hooked",
  "passed test/a.test.mjs | parent | child",
  "failed test/a.test.mjs | parent | bad child",
  "failed test/a.test.mjs |  | parent",
  "failed test/b.test.mjs |  | (file)",
  "passed test/c.test.mjs |  | (file)",
];

async function runNode(
  node: string,
  args: readonly string[],
  project: Readonly<Record<string, string>> = files,
) {
  await using sandbox = await openLocalSandbox({ files: project });
  const report = `${sandbox.outDir}/report`;
  const reporter = `--test-reporter=${sandbox.supportPath}/node-test-reporter.mjs`;
  const command = [
    node,
    ...args.slice(0, 1),
    reporter,
    `--test-reporter-destination=${report}`,
    ...args.slice(1),
  ];
  const { exitCode } = await sandbox.run({ command, timeoutMs: 60_000 });
  // A process that leaves at once may not even have made the file.
  const text = await readFile(report, "utf8").catch(() => "");
  return { text, exitCode, place: { cwd: sandbox.mountPath, root: sandbox.mountPath } };
}

const paths = ["test/a.test.mjs", "test/b.test.mjs", "test/c.test.mjs"];

it.each(findNodes())(
  "reads what node:test of $version reports, helpers' tests and crashed files too",
  async ({ path }) => {
    for (const flags of [[], ["--test-concurrency=3"]]) {
      if (flags.length > 0 && path !== process.execPath) continue;
      const { text, exitCode, place } = await runNode(path, ["--test", ...flags, ...paths]);
      expect(exitCode).toBe(1);
      const report = parseNodeTest({ text, ...place });
      expect(listChecks(report)).toEqual(expected);
      expect(checkNamed(report, "throws")).toMatchObject({
        message: "TypeError: boom",
        stack: expect.stringMatching(/^TypeError: boom\n {4}at [\s\S]*\[cause\]: Error: deeper/),
      });
      expect(checkNamed(report, "adds #2").message).toContain("1 == 2");
      expect(checkNamed(report, "bad child").message).toBe("a string");
      expect(checkNamed(report, "parent").message).toBe("a string");
      const crash = checksOf(report).find(({ file }) => file === "test/b.test.mjs");
      expect(crash?.message).toMatch(/^TypeError: Cannot read properties of undefined \(reading 'field'\)/);
      expect(crash?.stack).toContain("test/b.test.mjs:1");
    }
  },
);

it("reads a test program that is run without the test runner, and finds one that ends too soon", async () => {
  const whole = await runNode(process.execPath, ["--enable-source-maps", "test/a.test.mjs"]);
  expect(listChecks(parseNodeTest({ text: whole.text, ...whole.place }))).toEqual(expected.slice(0, 12));
  const cut = await runNode(process.execPath, ["--enable-source-maps", "exit.mjs"], {
    "exit.mjs": 'import test from "node:test"; test("ok", () => {}); test("leaves", () => process.exit(0));',
  });
  expect(cut.exitCode).toBe(0);
  expect(reasonOf(parseNodeTest({ text: cut.text, ...cut.place }))).toMatch(/end line is missing|no report/);
});

it("reads whatever a test throws, what has no text of its own too", async () => {
  const things = [
    "Object.create(null)",
    "{ message: Object.create(null) }",
    "Symbol('s')",
    "Object.assign(new Error('named'), { name: Symbol('n') })",
    "{ toString() { throw 1; } }",
    "undefined",
  ];
  const text = things.map((thing, at) => `test("${at}", () => { throw ${thing}; });`).join("\n");
  const { text: report, place } = await runNode(process.execPath, ["--test", "things.test.mjs"], {
    "things.test.mjs": `import test from "node:test";\n${text}\n`,
  });
  expect(listChecks(parseNodeTest({ text: report, ...place }))).toEqual(
    things.map((_, at) => `failed things.test.mjs |  | ${at}`),
  );
});

it("counts paths from the repository's root when the gate runs in a folder", async () => {
  const { text, place } = await runNode(process.execPath, ["--test", "test/c.test.mjs"]);
  const report = parseNodeTest({ text, cwd: `${place.cwd}/test`, root: `${place.root}/test` });
  expect(listChecks(report)).toEqual(["passed c.test.mjs |  | (file)"]);
});

const start = '{"type":"start","reporter":"nightshift-node-test","version":1}\n';
const one =
  '{"type":"test","kind":"test","file":"/r/a.js","path":["x"],"status":"failed","message":"boom"}\n';
const end = (tests: number, failed: number) => `${JSON.stringify({ type: "end", tests, failed })}\n`;
const parse = (text: string) => parseNodeTest({ text, cwd: "/r", root: "/r" });

it("refuses reports that are not whole", () => {
  expect(listChecks(parse(start + one + end(1, 1)))).toEqual(["failed a.js |  | x"]);
  expect(listChecks(parse(start + end(0, 0)))).toEqual([]);
  expect(reasonOf(parse(""))).toBe("the node:test reporter wrote no report");
  expect(reasonOf(parse(start + one))).toBe("the report's end line is missing: the run was cut short");
  expect(reasonOf(parse(one + end(1, 1)))).toBe("the report does not begin with its start line");
  expect(reasonOf(parse(start + end(1, 1)))).toBe("the report announces 1 tests (1 failed) and lists 0 (0)");
  expect(reasonOf(parse(start + one + end(1, 0)))).toBe(
    "the report announces 1 tests (0 failed) and lists 1 (1)",
  );
  expect(reasonOf(parse(start + end(0, 0) + start + end(0, 0)))).toBe("more than one run in the report");
  expect(reasonOf(parse(start + one + end(1, 1).trimEnd()))).toBe(
    "the node:test reporter's report is cut in its last line",
  );
  expect(reasonOf(parse(start.replace("1}", "2}") + end(0, 0)))).toMatch(
    /^line 1 is not of the node:test reporter: /,
  );
  expect(parse("TAP version 13\nok 1\n1..1\n")).toMatchObject({ excerpt: "TAP version 13\nok 1\n1..1" });
});

it("takes no cut or broken report for a pass", async () => {
  const { text } = await runNode(process.execPath, ["--test", ...paths]);
  fuzzParser(parseNodeTest, text);
});
