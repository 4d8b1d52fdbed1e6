import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { parseJestJson } from "../../../src/gates/parsers/jest-json.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../../node_modules") };
const files = {
  "package.json": "{}",
  "a.test.js": `
describe("cart", () => {
  test("adds", () => {});
  test("fails", () => { expect(1).toBe(2); });
  describe("deep", () => { test.skip("is skipped", () => {}); test.todo("is planned"); });
});
test("same", () => {});
test("same", () => { throw new TypeError("boom"); });
`,
  "b.test.js": 'require("./nothing"); test("x", () => {});',
  "c.test.js": 'test("c", () => { console.log(JSON.stringify({ success: true })); });',
};

async function runJest(): Promise<{ text: string; place: { cwd: string; root: string } }> {
  await using sandbox = await openLocalSandbox({ files, links });
  const report = `${sandbox.outDir}/report`;
  await sandbox.run({ command: ["jest", "--json", `--outputFile=${report}`, "--ci"], timeoutMs: 60_000 });
  const place = { cwd: sandbox.mountPath, root: sandbox.mountPath };
  return { text: await readFile(report, "utf8"), place };
}

it("reads what Jest writes, with files that do not load", async () => {
  const { text, place } = await runJest();
  const report = parseJestJson({ text, ...place });
  expect(listChecks(report).toSorted()).toEqual([
    "failed a.test.js |  | same #2",
    "failed a.test.js | cart | fails",
    "failed b.test.js |  | (file)",
    "passed a.test.js |  | same",
    "passed a.test.js | cart | adds",
    "passed c.test.js |  | c",
    "skipped a.test.js | cart > deep | is planned",
    "skipped a.test.js | cart > deep | is skipped",
  ]);
  expect(checkNamed(report, "fails")).toMatchObject({
    message: "Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 2\nReceived: 1",
    stack: expect.stringContaining("a.test.js:4:"),
  });
  const crash = checksOf(report).find(({ file }) => file === "b.test.js");
  expect(crash?.message).toContain("Cannot find module './nothing' from 'b.test.js'");
  fuzzParser(parseJestJson, text);
});

const test = { ancestorTitles: [], title: "x", status: "passed", failureMessages: [] };
const whole = {
  numTotalTests: 1,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  success: true,
  testResults: [{ name: "/r/a.js", status: "passed", message: "", assertionResults: [test] }],
};
const parse = (changes: object) =>
  parseJestJson({ text: JSON.stringify({ ...whole, ...changes }), cwd: "/r", root: "/r" });

it("refuses counts that disagree with the list, and a failure that no test shows", () => {
  expect(listChecks(parse({}))).toEqual(["passed a.js |  | x"]);
  expect(reasonOf(parse({ numTotalTests: 2 }))).toBe("Jest announces 2 tests (0 failed) and lists 1 (0)");
  expect(reasonOf(parse({ numFailedTests: 1 }))).toBe("Jest announces 1 tests (1 failed) and lists 1 (0)");
  expect(reasonOf(parse({ success: false }))).toBe("Jest says that it failed and lists no failure");
  expect(reasonOf(parse({ numFailedTestSuites: 1 }))).toBe("Jest says that it failed and lists no failure");
  expect(reasonOf(parse({ wasInterrupted: true }))).toBe("Jest was interrupted before the end");
  expect(reasonOf(parse({ testResults: undefined }))).toMatch(/^not Jest JSON: .* at testResults$/);
});

it("refuses an outcome that it does not know", () => {
  const testResults = [{ ...whole.testResults[0], assertionResults: [{ ...test, status: "exploded" }] }];
  expect(reasonOf(parse({ testResults }))).toMatch(
    /^not Jest JSON: .* at testResults\.0\.assertionResults\.0\.status$/,
  );
});

it("refuses what stands around the document", () => {
  const text = JSON.stringify(whole);
  for (const noisy of [`> jest\n${text}`, `${text}\n${text}`, "", "PASS a.js"]) {
    expect(parseJestJson({ text: noisy, cwd: "/r", root: "/r" }).status).toBe("unreadable");
  }
});
