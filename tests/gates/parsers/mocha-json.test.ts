import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { parseMochaJson } from "../../../src/gates/parsers/mocha-json.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../../node_modules") };
const files = {
  "package.json": "{}",
  "test/a.js": `
const assert = require("assert");
describe("cart", () => {
  it("adds", () => {});
  it("fails", () => { assert.equal(1, 2); });
  it.skip("is skipped", () => {});
  it("is planned");
});
describe("hooked", () => { before(() => { throw new Error("hook"); }); it("never", () => {}); });
it("same", () => {});
it("same", () => { throw new TypeError("boom"); });
it("ends twice", (done) => { done(); done(); });
`,
};

it("reads what Mocha writes: hooks, twins, and a test that passed before it failed", async () => {
  await using sandbox = await openLocalSandbox({ files, links });
  const path = `${sandbox.outDir}/report`;
  const command = ["mocha", "--reporter=json", `--reporter-option=output=${path}`, "test/a.js"];
  await sandbox.run({ command, timeoutMs: 60_000 });
  const text = await readFile(path, "utf8");
  const report = parseMochaJson({ text, cwd: sandbox.mountPath, root: sandbox.mountPath });
  expect(listChecks(report)).toEqual([
    "passed test/a.js |  | same",
    "failed test/a.js |  | same #2",
    "failed test/a.js |  | ends twice",
    "passed test/a.js | cart | adds",
    "failed test/a.js | cart | fails",
    "skipped test/a.js | cart | is skipped",
    "skipped test/a.js | cart | is planned",
    'failed test/a.js | hooked | "before all" hook for "never"',
  ]);
  expect(checkNamed(report, "fails")).toMatchObject({
    message: "AssertionError [ERR_ASSERTION]: 1 == 2",
    stack: expect.stringContaining("test/a.js:5:"),
  });
  fuzzParser(parseMochaJson, text);
});

const test = { title: "x", fullTitle: "cart x", file: "/r/a.js", err: {} };
const whole = {
  stats: { tests: 1, passes: 1, pending: 0, failures: 0 },
  tests: [test],
  passes: [test],
  pending: [],
  failures: [],
};
const parse = (changes: object) =>
  parseMochaJson({ text: JSON.stringify({ ...whole, ...changes }), cwd: "/r", root: "/r" });

it("refuses lists that are not as long as announced, and tests without an outcome", () => {
  expect(listChecks(parse({}))).toEqual(["passed a.js | cart | x"]);
  expect(reasonOf(parse({ passes: [] }))).toBe("Mocha announces 1 passes and lists 0");
  expect(reasonOf(parse({ failures: [test] }))).toBe("Mocha announces 0 failures and lists 1");
  expect(reasonOf(parse({ tests: [] }))).toBe("Mocha announces 1 tests and lists 0");
  expect(reasonOf(parse({ tests: [{ ...test, title: "y" }] }))).toBe(
    "Mocha does not say how this test ended: cart x",
  );
  expect(reasonOf(parse({ stats: undefined }))).toMatch(/^not Mocha JSON: .* at stats$/);
});
