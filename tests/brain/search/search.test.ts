import { describe, expect, it } from "vitest";
import { nodeTestGate as gate } from "../../helpers/node-test-gate.ts";
import { plainDeps, searchDeps, searchProject } from "../../helpers/search-task.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';
const manifest = '{"type":"module"}';
const clampTest = `${head}import { clamp } from "../src/clamp.js";\ntest("in", () => assert.equal(clamp(5, 0, 10), 5));\ntest("out", () => assert.equal(clamp(-5, 0, 10), 0));\n`;
const clampBug = "export const clamp = (value, low, high) => Math.min(low, Math.min(high, value));\n";

describe("createSearchBrain", () => {
  it("mends TypeScript that node runs by itself", async () => {
    const files = {
      "package.json": manifest,
      "src/pages.ts":
        "export type Page = { readonly size: number };\n\nexport function countPages(total: number, { size }: Page): number {\n  if (size <= 0) return 0;\n  return Math.floor(total / size);\n}\n",
      "test/pages.test.ts": `${head}import { countPages } from "../src/pages.ts";\ntest("rest", () => assert.equal(countPages(11, { size: 5 }), 3));\ntest("none", () => assert.equal(countPages(11, { size: 0 }), 0));\n`,
    };
    const { proposals, end } = await searchProject({ files, gate });
    expect(proposals[0]?.edits[0]?.content, JSON.stringify(end)).toContain("Math.ceil(total / size)");
    expect(proposals[0]?.summary).toBe("use ceil instead of floor in countPages (src/pages.ts)");
    expect(proposals[0]?.origin).toBe("call-name");
  });

  it("keeps byte order mark, CRLF and the executable bit", async () => {
    const source = `#!/usr/bin/env node\r\n// größer\r\nexport function isAdult(age) {\r\n  return age > 18;\r\n}\r\n`;
    const files = {
      "package.json": manifest,
      "src/bom.js": "\uFEFFexport const one = 1;\r\nexport const two = one - one;\r\n",
      "src/age.js": source,
      "test/age.test.js": `${head}import { isAdult } from "../src/age.js";\ntest("18", () => assert.equal(isAdult(18), true));\ntest("17 and 30", () => assert.deepEqual([17, 30].map((age) => isAdult(age)), [false, true]));\n`,
    };
    const aged = await searchProject({ files, gate });
    expect(aged.proposals[0]?.edits).toEqual([
      { path: "src/age.js", mode: "100755", content: source.replace("age > 18", "age >= 18") },
    ]);
    const { "src/age.js": _, "test/age.test.js": __, ...rest } = files;
    const two = `${head}import { two } from "../src/bom.js";\ntest("two", () => assert.equal(two, 2));\n`;
    const marked = await searchProject({ files: { ...rest, "test/two.test.js": two }, gate });
    expect(marked.proposals[0]?.edits[0]?.content).toBe(
      "\uFEFFexport const one = 1;\r\nexport const two = one + one;\r\n",
    );
  });

  it("gives the same proposals in the same order for the same seed", async () => {
    const files = { "package.json": manifest, "src/clamp.js": clampBug, "test/clamp.test.js": clampTest };
    const first = await searchProject({
      files,
      gate,
      seed: 7,
      proposals: 3,
      limits: { maxCandidates: 40, maxMs: null },
    });
    const second = await searchProject({
      files,
      gate,
      seed: 7,
      proposals: 3,
      limits: { maxCandidates: 40, maxMs: null },
    });
    expect(first.proposals.length).toBeGreaterThan(0);
    expect(second.proposals).toEqual(first.proposals);
    expect(second.end).toEqual(first.end);
  });

  it("does not propose what memory forbids, and runs nothing for it", async () => {
    const files = { "package.json": manifest, "src/clamp.js": clampBug, "test/clamp.test.js": clampTest };
    let runs = 0;
    const counting = {
      ...plainDeps,
      runGate: (request: Parameters<typeof searchDeps.runGate>[0]) => {
        runs += 1;
        return searchDeps.runGate(request);
      },
    };
    const { proposals, end, batches } = await searchProject(
      { files, gate, isAvoided: async () => true, proposals: 99 },
      counting,
    );
    expect(proposals).toEqual([]);
    expect(end).toMatchObject({ status: "exhausted", tried: 0 });
    expect(batches.reduce((sum, { outcomes }) => sum + (outcomes.avoided ?? 0), 0)).toBeGreaterThan(10);
    expect(runs).toBeLessThan(10);
  });

  it("stops at its limit of candidates, says so, and names the suspects", async () => {
    const files = {
      "package.json": manifest,
      "src/odd.js": "export const odd = (a) => a + 1;\n",
      "test/odd.test.js": `${head}import { odd } from "../src/odd.js";\ntest("odd", () => assert.equal(odd(1), "never"));\n`,
    };
    const { end, batches, status } = await searchProject(
      { files, gate, limits: { maxCandidates: 3, maxMs: null } },
      plainDeps,
    );
    expect(end).toEqual({
      status: "limit",
      reason: "the limit of 3 candidates is reached",
      tried: 3,
      exhausted: {
        brain: { kind: "search", version: expect.any(String) },
        suspects: ["src/odd.js", "test/odd.test.js"],
      },
    });
    const runner = "plain: no warm runner is made for this gate";
    expect(batches).toEqual([
      { tried: 3, outcomes: { "still-failing": 3 }, durationMs: expect.any(Number), runner },
    ]);
    expect(status).toBe("");
  });

  it("prefers what mends the item and its file over what merely suits one test", async () => {
    const files = {
      "package.json": manifest,
      "src/total.js":
        "export function total(items, sum = 0) {\n  for (const [price, count] of items) sum += price + count;\n  return sum;\n}\n",
      "test/total.test.js": `${head}import { total } from "../src/total.js";
test("one", () => assert.equal(total([[2, 3]]), 6, "one"));
test("two", () => assert.equal(total([[10, 10]]), 100, "two"));
test("sum", () => assert.equal(total([[4, 5], [3, 3]]), 29, "sum"));
`,
    };
    const { proposals } = await searchProject({ files, gate, target: "one" });
    expect(proposals[0]?.edits[0]?.content).toContain("price * count");
  });

  it("ends a candidate that hangs, and goes on", async () => {
    const files = {
      "package.json": manifest,
      "src/count.js":
        "export function count(n) {\n  let found = 0;\n  for (let at = 0; at < n; at++) found--;\n  return found;\n}\n",
      "test/count.test.js": `${head}import { count } from "../src/count.js";\ntest("count", () => assert.equal(count(3), 3));\n`,
    };
    // Of an unknown runner no time limit for one test is known: what hangs has to be killed.
    const { runner: _, ...plainGate } = gate;
    const { proposals, batches } = await searchProject({
      files,
      gate: plainGate,
      proposals: 2,
      limits: { maxCandidates: 12, maxMs: null },
    });
    const hung = batches.reduce((sum, { outcomes }) => sum + (outcomes["time-out"] ?? 0), 0);
    expect(hung).toBeGreaterThan(0);
    expect(proposals.length).toBeGreaterThan(0);
  });

  it("refuses a candidate that mends its test and breaks another file's", async () => {
    const files = {
      "package.json": manifest,
      "src/limit.js": "export const limit = 10;\n",
      "test/a.test.js": `${head}import { limit } from "../src/limit.js";\ntest("a", () => assert.equal(limit, 11));\n`,
      "test/b.test.js": `${head}import { limit } from "../src/limit.js";\ntest("b", () => assert.equal(limit, 10));\n`,
    };
    const { proposals, end, batches } = await searchProject({ files, gate, proposals: 99 });
    expect(proposals).toEqual([]);
    expect(end?.status).toBe("exhausted");
    expect(batches.reduce((sum, { outcomes }) => sum + (outcomes["breaks-others"] ?? 0), 0)).toBeGreaterThan(
      0,
    );
  });

  it("works on a golden project by what its command runs through", async () => {
    const files = {
      "package.json": manifest,
      "src/report.js":
        "export const line = (name, n) => name + ': ' + (n - 1);\nexport const other = (n) => n + 1;\n",
      "golden/one/run.js": 'import { line } from "../../src/report.js";\nconsole.log(line("a", 1));\n',
      "golden/one/expected.txt": "a: 2\n",
      "golden/two/run.js": 'import { other } from "../../src/report.js";\nconsole.log(other(1));\n',
      "golden/two/expected.txt": "2\n",
    };
    const { proposals, end } = await searchProject({
      files,
      gate: {
        kind: "golden",
        command: ["node", "run.js"],
        golden: { projects: "golden/*", stdout: "expected.txt" },
      },
    });
    expect(proposals[0]?.edits[0]?.content, JSON.stringify(end)).toContain("(n + 1)");
  });

  it("works on a command that fails", async () => {
    const files = {
      "package.json": manifest,
      "src/check.js": "export const isFine = (n) => n < 3;\n",
      "src/main.js": 'import { isFine } from "./check.js";\nprocess.exitCode = isFine(3) ? 0 : 1;\n',
    };
    const { proposals } = await searchProject({
      files,
      gate: { kind: "command", command: ["node", "src/main.js"] },
    });
    expect(proposals).toHaveLength(1);
  });

  it("is unsuited where the failure does not show again", async () => {
    const files = {
      "package.json": manifest,
      "src/a.js": "export const a = 1;\n",
      "test/a.test.js": `${head}import { a } from "../src/a.js";\ntest("a", () => assert.equal(a, 2));\n`,
    };
    let runs = 0;
    const flaky = {
      ...plainDeps,
      runGate: async (request: Parameters<typeof searchDeps.runGate>[0]) => {
        const result = await searchDeps.runGate(request);
        runs += 1;
        return runs === 1
          ? result
          : {
              ...result,
              status: "passed" as const,
              checks: result.checks.map((check) => ({ ...check, status: "passed" as const })),
            };
      },
    };
    const { end } = await searchProject({ files, gate }, flaky);
    expect(end).toMatchObject({
      status: "unsuited",
      reason: "the failure does not show when gate is run again",
    });
  });

  it("is unsuited where nothing may be edited, or nothing parses", async () => {
    const files = {
      "package.json": manifest,
      "src/a.js": "export const a = ;\n",
      "test/a.test.js": `${head}import { a } from "../src/a.js";\ntest("a", () => assert.equal(a, 2));\n`,
    };
    const none = await searchProject({ files, gate, editable: () => false });
    expect(none.end).toMatchObject({ status: "unsuited", reason: "no file may be edited" });
    const broken = await searchProject({ files, gate });
    expect(broken.end).toMatchObject({
      status: "unsuited",
      reason: "src/a.js: does not parse as javascript",
    });
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const files = { "package.json": manifest, "src/clamp.js": clampBug, "test/clamp.test.js": clampTest };
    const stopping = {
      ...plainDeps,
      runGate: async (request: Parameters<typeof searchDeps.runGate>[0]) => {
        const result = await searchDeps.runGate(request);
        if (request.timeoutMs !== undefined) controller.abort();
        return result;
      },
    };
    const { end, proposals, status } = await searchProject(
      { files, gate, signal: controller.signal },
      stopping,
    );
    expect(proposals).toEqual([]);
    expect(end?.status).toBe("aborted");
    expect(status).toBe("");
  });
});
