import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { parseTap } from "../../../src/gates/parsers/tap.ts";
import { findNodes } from "../../helpers/find-nodes.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../../node_modules") };
const parse = (text: string, file?: string) =>
  parseTap({ text, cwd: "/r", root: "/r", ...(file === undefined ? {} : { file }) });
const tap = (...lines: readonly string[]) => `${lines.join("\n")}\n`;

const tapeTests = `
const test = require("tape");
test("adds", (t) => { t.equal(1, 1); t.equal(1, 2, "numbers"); t.equal(1, 1); t.end(); });
test("outer", (t) => { t.ok(true); t.test("inner", (s) => { s.ok(false, "no"); s.end(); }); t.end(); });
test("planned", { todo: true }, (t) => { t.ok(false); t.end(); });
test("throws", (t) => { t.throws(() => { throw new Error("x"); }); t.skip("later"); t.end(); });
test("short", (t) => { t.plan(2); t.ok(true); });
`;

async function runNode(command: readonly string[], source: string): Promise<string> {
  await using sandbox = await openLocalSandbox({ files: { "test/a.js": source }, links });
  const { stdout } = await sandbox.run({ command, timeoutMs: 60_000 });
  return stdout;
}

it("reads what tape prints: each test's comment is the suite of its assertions", async () => {
  const text = await runNode(["node", "test/a.js"], tapeTests);
  const report = parse(text, "test/a.js");
  expect(listChecks(report)).toEqual([
    "passed test/a.js | adds | should be strictly equal",
    "failed test/a.js | adds | numbers",
    "passed test/a.js | adds | should be strictly equal #2",
    "passed test/a.js | outer | should be truthy",
    "failed test/a.js | inner | no",
    "skipped test/a.js | TODO planned | should be truthy",
    "passed test/a.js | throws | should throw",
    "skipped test/a.js | throws | later",
    "passed test/a.js | short | should be truthy",
    "failed test/a.js | short | plan != count",
  ]);
  expect(checkNamed(report, "numbers")).toMatchObject({
    message: "numbers\noperator: equal\nexpected: 2\nactual: 1",
    stack: expect.stringMatching(/^Error: numbers\n[\s\S]*test\/a\.js:3/),
  });
  fuzzParser(parseTap, text);
});

it("takes a tape file that crashes for no report, since its plan is missing", async () => {
  const text = await runNode(["node", "test/a.js"], 'require("tape")("x", (t) => { t.ok(1); null.field; });');
  expect(reasonOf(parse(text))).toBe("not a whole TAP document: no plan");
});

const support = resolve(import.meta.dirname, "../../../support");

it.each(findNodes())("reads how far a tape file came in $version before it crashed", async ({ path }) => {
  const source = `
const test = require("tape");
test("one", (t) => { t.ok(true, "first"); t.equal(1, 2, "second"); t.end(); });
test("two", (t) => { t.ok(true, "third"); const nothing = undefined; nothing.field; t.end(); });
test("three", (t) => { t.ok(true); t.end(); });
`;
  const crash = ["--require", `${support}/tap-crash-reporter.cjs`, "test/a.js"];
  const report = parse(await runNode([path, ...crash], source), "test/a.js");
  expect(listChecks(report)).toEqual([
    "passed test/a.js | one | first",
    "failed test/a.js | one | second",
    "passed test/a.js | two | third",
    "failed test/a.js |  | (file)",
  ]);
  expect(checkNamed(report, "(file)")).toMatchObject({
    message: "TypeError: Cannot read properties of undefined (reading 'field')",
    stack: expect.stringContaining("test/a.js:4:"),
  });
  const loading = parse(await runNode([path, ...crash], 'require("./nothing");'), "test/a.js");
  expect(listChecks(loading)).toEqual(["failed test/a.js |  | (file)"]);
  const left = await runNode([path, ...crash], 'require("tape")("x", (t) => { t.ok(1); process.exit(1); });');
  expect(reasonOf(parse(left))).toBe("not a whole TAP document: no plan");
});

it("leaves the document of a tape file that ends by itself as it is", async () => {
  const crash = ["node", "--require", `${support}/tap-crash-reporter.cjs`, "test/a.js"];
  // Stacks name other folders in each run.
  const plain = (text: string) => text.replace(/^ {4,}.*$/gm, "");
  expect(plain(await runNode(crash, tapeTests))).toBe(plain(await runNode(["node", "test/a.js"], tapeTests)));
});

it.each(findNodes())(
  "reads nested subtests as the TAP reporter of $version prints them",
  async ({ path }) => {
    const source = `
const { test, describe, it } = require("node:test");
test("plain", () => {});
describe("cart", () => {
  it("adds", () => {});
  it("throws", () => { throw new TypeError("boom"); });
  describe("deep", () => { it("is skipped", { skip: "why" }, () => {}); it("is planned", { todo: true }, () => { throw 1; }); });
});
`;
    const report = parse(await runNode([path, "--test", "--test-reporter=tap", "test/a.js"], source));
    expect(listChecks(report)).toEqual([
      "passed  |  | plain",
      "passed  | cart | adds",
      "failed  | cart | throws",
      "skipped  | cart > deep | is skipped",
      "skipped  | cart > deep | is planned",
    ]);
    expect(checkNamed(report, "throws")).toMatchObject({
      message: "boom",
      stack: expect.stringContaining("a.js:6"),
    });
  },
);

it("does not take comments of other producers for suites", () => {
  // As bats prints it: the explanation follows the point.
  const report = parse(
    tap(
      "1..3",
      "ok 1 adds",
      "not ok 2 subtracts",
      "# (in test file a.bats, line 3)",
      "#   `false' failed",
      "ok 3 ends",
    ),
  );
  expect(listChecks(report)).toEqual(["passed  |  | adds", "failed  |  | subtracts", "passed  |  | ends"]);
  expect(checkNamed(report, "subtracts").message).toBe("(in test file a.bats, line 3)\n  `false' failed");
});

it("keeps the failure of a subtest that failed by itself, and of points in one that claims to be well", () => {
  const own = tap("# Subtest: a", "    ok 1 - x", "    1..1", "not ok 1 - a # time=5ms", "1..1");
  expect(listChecks(parse(own))).toEqual(["passed  | a | x", "failed  |  | a"]);
  const hidden = tap("# Subtest: a", "    not ok 1 - x", "    1..1", "ok 1 - a", "1..1");
  expect(listChecks(parse(hidden))).toEqual(["failed  | a | x"]);
  const excused = tap("# Subtest: a", "    not ok 1 - x", "    1..1", "not ok 1 - a # TODO", "1..1");
  expect(listChecks(parse(excused))).toEqual(["skipped  | a | x"]);
  const empty = tap("# Subtest: a", "    1..0 # no tests", "ok 1 - a", "1..1");
  expect(listChecks(parse(empty))).toEqual(["passed  |  | a"]);
});

it("takes a subtest without a plan for that subtest's failure, or for no report when it claims to be well", () => {
  const broken = tap("# Subtest: a", "    ok 1 - x", "not ok 1 - a", "1..1");
  expect(listChecks(parse(broken))).toEqual(["passed  | a | x", "failed  |  | a"]);
  expect(checkNamed(parse(broken), "a").message).toContain("no plan");
  const claimed = tap("# Subtest: a", "    ok 1 - x", "ok 1 - a", "1..1");
  expect(reasonOf(parse(claimed))).toBe("not a whole TAP document: a: no plan");
});

it("refuses a document without a plan, with another count, and one that bails out", () => {
  const whole = "not a whole TAP document:";
  for (const text of ["", "\n", "hello\n", "# hello\n", "TAP version 14\n"]) {
    expect(reasonOf(parse(text))).toBe(`${whole} no plan`);
  }
  expect(reasonOf(parse(tap("ok 1 - a", "not ok 2 - b")))).toBe(`${whole} no plan`);
  expect(reasonOf(parse(tap("1..3", "ok 1 - a", "ok 2 - b")))).toBe(`${whole} incorrect number of tests`);
  expect(reasonOf(parse(tap("1..1", "ok 1 - a", "ok 2 - b")))).toMatch(whole);
  expect(reasonOf(parse(tap("1..2", "ok 1 - a", "Bail out! no database")))).toBe(
    `${whole} bail out: no database`,
  );
  expect(listChecks(parse(tap("1..0 # SKIP no network")))).toEqual([]);
});

it("tells assertions of one name apart and puts the file of the run into their identity", () => {
  const text = tap("TAP version 13", "ok 1 same", "not ok 2 same", "1..2");
  expect(listChecks(parse(text, join("a", "b.js")))).toEqual([
    "passed a/b.js |  | same",
    "failed a/b.js |  | same #2",
  ]);
});
