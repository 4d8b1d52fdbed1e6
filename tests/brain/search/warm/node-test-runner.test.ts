import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeTestRunner } from "../../../../src/brain/search/warm/node-test-runner.ts";
import { checkId } from "../../../../src/domain/gate.ts";
import { nodeTestGate } from "../../../helpers/node-test-gate.ts";
import { openWarm } from "../../../helpers/open-warm.ts";
import { runTexts, sessionOf, sumUp } from "./run-warm.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");
const head = 'import { describe, it, test } from "node:test";\nimport assert from "node:assert/strict";\n';
const manifest = { "package.json": '{"type":"module"}' };
const wrong = "export function isLast(page, pages) {\n  return page > pages;\n}\n";
const right = wrong.replace(">", ">=");
const isLastTests = `${head}import { isLast } from "../src/a.js";
test("last", () => assert.equal(isLast(3, 3), true));
describe("others", () => { it("first", () => assert.equal(isLast(1, 3), false)); });
`;

describe("the stand-in for node:test", () => {
  it("does what node:test does, test by test", async () => {
    await using warm = await openWarm(
      {
        files: {
          ...manifest,
          "src/a.js": "export const fail = () => 2;\n",
          "src/c.cjs": "exports.fail = () => 1;\n",
          "test/a.test.js": fixture("features.js"),
          "test/c.test.cjs": fixture("features.cjs"),
          "test/tla.test.js": fixture("top-level-await.js"),
          "test/none.test.js": "export const x = 1;\n",
          "test/crash.test.js": `${head}test("ahead", () => {});\nthrow new Error("crash");\n`,
          "test/missing.test.js": 'import "./missing.js";\n',
        },
        gate: nodeTestGate,
        target: "target",
      },
      nodeTestRunner,
    );
    const list = (checks: readonly (Parameters<typeof checkId>[0] & { readonly status: string })[]) =>
      checks.map((check) => `${checkId(check)} ${check.status}`).toSorted();
    expect(list(sessionOf(warm).base)).toEqual(list(warm.base.checks));
    expect(warm.base.checks.length).toBeGreaterThan(110);
  });
});

/** A title, the path of the source, the source with its bug, the same without, and other files. */
const kinds: readonly (readonly [string, string, string, string, Readonly<Record<string, string>>])[] = [
  ["ES modules", "src/a.js", wrong, right, { ...manifest, "test/a.test.js": isLastTests }],
  [
    "CommonJS",
    "src/a.js",
    "exports.isLast = (page, pages) => page > pages;\n",
    "exports.isLast = (page, pages) => page >= pages;\n",
    {
      "package.json": "{}",
      "src/index.js": 'module.exports = require("./a");\n',
      "test/a.test.js":
        'const test = require("node:test");\nconst assert = require("node:assert");\nconst { isLast } = require("../src");\ntest("last", () => assert.equal(isLast(3, 3), true));\ntest.describe("others", () => { test.it("first", () => assert.equal(isLast(1, 3), false)); });\n',
    },
  ],
  [
    "TypeScript that Node strips",
    "src/a.ts",
    "export function isLast(page: number, pages: number): boolean {\n  return page > pages;\n}\n",
    "export function isLast(page: number, pages: number): boolean {\n  return (page as number) >= pages;\n}\n",
    { ...manifest, "test/a.test.ts": isLastTests.replace("a.js", "a.ts") },
  ],
  [
    "CommonJS that an ES module imports",
    "src/a.cjs",
    "exports.isLast = (page, pages) => page > pages;\n",
    "exports.isLast = (page, pages) => page >= pages;\n",
    { ...manifest, "test/a.test.mjs": isLastTests.replace("a.js", "a.cjs") },
  ],
  [
    "a byte order mark, a hashbang and line ends of Windows",
    "src/a.js",
    `\uFEFF#!/usr/bin/env node\r\n"use strict";\r\nexports.isLast = (page, pages) => page > pages;\r\n`.slice(
      1,
    ),
    `#!/usr/bin/env node\r\n"use strict";\r\nexports.isLast = (page, pages) => page >= pages;\r\n`,
    {
      "package.json": "{}",
      "test/a.test.mjs": isLastTests
        .replace("{ isLast } from", "lib from")
        .replace('test("last"', 'const { isLast } = lib;\ntest("last"'),
    },
  ],
];

describe("candidates under node:test", () => {
  it.each(kinds)("are run by memory in %s", async (_title, path, source, mended, others) => {
    const files = {
      ...others,
      [path]: source,
      "test/other.test.mjs": `${head}test("other", () => {});\n`,
    };
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const session = sessionOf(warm);
    const broken = mended.replace("pages", "pages, x = nowhere");
    const outcomes = await runTexts(session, path, [source, mended, broken, "(", source, mended]);
    // The file that does not load what was edited has the base's checks.
    expect(outcomes.map(sumUp)).toEqual([
      "passed 0, failed 1 …",
      "passed 3, failed 0",
      "passed 0, failed 1 …",
      "passed 0, failed 1 …",
      "passed 0, failed 1 …",
      "passed 3, failed 0",
    ]);
    expect((await warm.sandbox.read(path))?.toString()).toBe(source);
  });

  it("that add, delete and change files together are run as one", async () => {
    const files = { ...manifest, "src/a.js": wrong, "src/old.js": "", "test/a.test.js": isLastTests };
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const edits = [
      { path: "src/a.js", mode: "100644" as const, content: 'export { isLast } from "./new.js";\n' },
      { path: "src/new.js", mode: "100644" as const, content: right },
      { path: "src/old.js", mode: "100644" as const, content: null },
    ];
    const session = sessionOf(warm);
    const [moved, data] = await Array.fromAsync(
      session.run([
        { edits, fuel: 1_000 },
        { edits: [{ path: "package.json", mode: "100644", content: "{}" }], fuel: 1_000 },
      ]),
    );
    expect(sumUp(moved)).toBe("passed 2, failed 0");
    expect(sumUp(data)).toMatch(/^ended: .*package\.json is no module$/);
  });

  it("give the same outcomes in the same order, whatever ran before and however many run at once", async () => {
    const files = { ...manifest, "src/a.js": wrong, "test/a.test.js": isLastTests };
    const texts = ["> 0 &&", ">=", "<", ">= 1 +", "!=", "===", "- 3 ==", "> pages ||", "%", ";"].flatMap(
      (part) => [wrong.replace(">", part), right],
    );
    const runs: unknown[] = [];
    for (const width of [1, 2]) {
      await using warm = await openWarm({ files, gate: nodeTestGate, width }, nodeTestRunner);
      const session = sessionOf(warm);
      runs.push(await runTexts(session, "src/a.js", texts));
      runs.push((await runTexts(session, "src/a.js", texts.toReversed())).toReversed());
    }
    const plain = runs.map((run) => JSON.stringify(run).replace(/nightshift-local-\w+/g, ""));
    expect(new Set(plain).size).toBe(1);
  });

  it("are run with a suite whole where its tests need each other", async () => {
    const tests = `${head}import { isLast } from "../src/a.js";
let seen = 0;
test("counts", () => { seen += 1; });
test("needs the count", () => assert.equal(seen, 1));
test("last", () => { assert.equal(seen, 1); assert.equal(isLast(3, 3), true); });
`;
    const files = { ...manifest, "src/a.js": wrong, "test/a.test.js": tests };
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const [outcome] = await runTexts(sessionOf(warm), "src/a.js", [right]);
    expect(sumUp(outcome)).toBe("passed 3, failed 0");
  });

  it("are told apart by what fails and where", async () => {
    const files = { ...manifest, "src/a.js": wrong, "test/a.test.js": isLastTests };
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const [outcome] = await runTexts(sessionOf(warm), "src/a.js", [
      wrong.replace("return", "throw new Error('x');"),
    ]);
    expect(outcome).toMatchObject({
      checks: [
        {
          message: expect.stringMatching(
            /^Error: x\nat isLast \(src\/a\.js:2:\d+\)\nat .*test\/a\.test\.js:4:\d+\)$/,
          ),
        },
      ],
    });
  });

  it("of a green base end with the first test that fails, and run no test but the chosen ones", async () => {
    const files = { ...manifest, "src/a.js": right, "test/a.test.js": isLastTests };
    await using warm = await openWarm({ files, gate: nodeTestGate, isGreen: true }, nodeTestRunner);
    const checks = new Set([checkId({ file: "test/a.test.js", suite: "others", name: "first" })]);
    const edits = (content: string) => [{ path: "src/a.js", mode: "100644" as const, content }];
    const requests = [
      { edits: edits(wrong), fuel: 1_000 },
      { edits: edits(wrong), fuel: 1_000, checks },
      { edits: edits(right.replace(">=", "!==")), fuel: 1_000, checks },
    ];
    const outcomes = await Array.fromAsync(sessionOf(warm).run(requests));
    expect(outcomes.map(sumUp)).toEqual([
      "passed 0, failed 1 …",
      "passed 1, failed 0",
      "passed 0, failed 1 …",
    ]);
  });
});
