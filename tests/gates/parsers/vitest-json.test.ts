import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { parseVitestJson } from "../../../src/gates/parsers/vitest-json.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../../node_modules") };
const files = {
  "package.json": '{"type":"module"}',
  "test/a.test.js": `
import { describe, expect, test } from "vitest";
describe("cart", () => {
  test("adds", () => {});
  test("fails", () => { expect({ a: 1 }).toEqual({ a: 2 }); });
  test.skip("is skipped", () => {});
  test.todo("is planned");
});
test("same", () => {});
test("same", () => { throw new TypeError("boom"); });
`,
  "test/b.test.js": 'import "./nothing.js"; import { test } from "vitest"; test("x", () => {});',
  "test/c.test.js": `
import { beforeAll, describe, test } from "vitest";
describe("hooked", () => { beforeAll(() => { throw new Error("hook"); }); test("never", () => {}); });
`,
};

it("reads what Vitest writes, with files that do not load and hooks that fail", async () => {
  await using sandbox = await openLocalSandbox({ files, links });
  const path = `${sandbox.outDir}/report`;
  await sandbox.run({
    command: ["vitest", "run", "--reporter=json", `--outputFile=${path}`],
    timeoutMs: 60_000,
  });
  const text = await readFile(path, "utf8");
  const report = parseVitestJson({ text, cwd: sandbox.mountPath, root: sandbox.mountPath });
  expect(listChecks(report).toSorted()).toEqual([
    "failed test/a.test.js |  | same #2",
    "failed test/a.test.js | cart | fails",
    "failed test/b.test.js |  | (file)",
    "failed test/c.test.js |  | (file)",
    "passed test/a.test.js |  | same",
    "passed test/a.test.js | cart | adds",
    "skipped test/a.test.js | cart | is planned",
    "skipped test/a.test.js | cart | is skipped",
    "skipped test/c.test.js | hooked | never",
  ]);
  expect(checkNamed(report, "fails")).toMatchObject({
    message: "AssertionError: expected { a: 1 } to deeply equal { a: 2 }",
    stack: expect.stringContaining("test/a.test.js:5:"),
  });
  const [missing, hooked] = checksOf(report).filter(({ name }) => name === "(file)");
  expect(missing?.message).toContain("./nothing.js");
  expect(hooked?.message).toContain("hook");
  fuzzParser(parseVitestJson, text);
});

it("refuses a report of another tool", () => {
  expect(reasonOf(parseVitestJson({ text: '{"stats":{}}', cwd: "/r", root: "/r" }))).toMatch(
    /^not Vitest JSON: /,
  );
});
