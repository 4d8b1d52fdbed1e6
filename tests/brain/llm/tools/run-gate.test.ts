import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkId, findingId } from "../../../../src/domain/gate.ts";
import { buildResult } from "../../../helpers/gate-fixtures.ts";
import { nodeTestGate } from "../../../helpers/node-test-gate.ts";
import { openToolRig } from "./tool-rig.ts";

const test = (name: string, expression: string, expected: unknown) =>
  `test(${JSON.stringify(name)}, () => assert.equal(${expression}, ${expected}));\n`;
const head =
  'import assert from "node:assert";\nimport { test } from "node:test";\nimport { add, half } from "../src/sum.js";\n';
const files = {
  "package.json": '{"type": "module"}\n',
  "src/sum.js": "export const add = (a, b) => a - b;\nexport const half = (a) => a / 2;\n",
  "tests/add.test.js": head + test("adds", "add(1, 2)", 3),
  "tests/half.test.js": head + test("halves", "half(4)", 2) + test("is broken", "half(4)", 9),
};
const adds = checkId({ file: "tests/add.test.js", suite: "", name: "adds" });
const broken = checkId({ file: "tests/half.test.js", suite: "", name: "is broken" });
const unit = { name: "unit", ...nodeTestGate };
const input = { files, gates: [unit], item: { targets: [adds] }, knownFailures: [adds, broken] };

describe("run_gate on tests", () => {
  it("says what of the item passes, what failed before, and shows failures", async () => {
    await using rig = await openToolRig(input);
    const before = await rig.done("run_gate", { name: "unit" });
    expect(before).toContain("Gate unit: failed; 1 passed, 2 failed.");
    expect(before).toContain("Of the 1 to mend, 0 pass now.");
    expect(before).toMatch(/FAILED tests\/add\.test\.js > adds\n[\s\S]*-1[\s\S]*add\.test\.js/);
    await rig.done("edit_file", { path: "src/sum.js", old: "a - b", new: "a + b" });
    const after = await rig.done("run_gate", { name: "unit" });
    expect(after).toContain("Of the 1 to mend, 1 passes now.");
    expect(after).toContain("1 failed before too.");
    expect(after).not.toContain("Failing now and not before");
    expect(after).toContain("a quick look; all gates judge");
  });

  it("says what fails that did not before", async () => {
    await using rig = await openToolRig(input);
    await rig.done("edit_file", { path: "src/sum.js", old: "a / 2", new: "a / 3" });
    const text = await rig.done("run_gate", { name: "unit" });
    expect(text).toContain("Failing now and not before: tests/half.test.js > halves.");
  });

  it("runs one test file alone, one that the candidate made too", async () => {
    await using rig = await openToolRig(input);
    const alone = await rig.done("run_gate", { name: "unit", only: "./tests/half.test.js" });
    expect(alone).toContain("Gate unit on tests/half.test.js alone: failed; 1 passed, 1 failed.");
    expect(alone).toContain("Of the 1 to mend, 0 pass now, and 1 did not run.");
    await rig.done("create_file", { path: "tests/new.test.js", content: head + test("new", "half(2)", 1) });
    const fresh = await rig.done("run_gate", { name: "unit", only: "tests/new.test.js" });
    expect(fresh).toContain("passed; 1 passed, 0 failed.");
    expect(await rig.refused("run_gate", { name: "unit", only: "test/add.test.js" })).toContain(
      "Did you mean tests/add.test.js?",
    );
    expect(await rig.refused("run_gate", { name: "unit", only: "/etc/passwd" })).toContain(
      "not in the repository",
    );
  });

  it("says that there is no result, with the end of what was printed", async () => {
    await using rig = await openToolRig(input);
    await rig.done("edit_file", {
      path: "src/sum.js",
      old: "export const half",
      new: "export const quarter",
    });
    const text = await rig.done("run_gate", { name: "unit", only: "tests/add.test.js" });
    expect(text).toMatch(/Gate unit on tests\/add\.test\.js alone: (no result|failed);[\s\S]*half/);
    expect(text.length).toBeLessThanOrEqual(3_100);
  });

  it("names the gates that are there", async () => {
    await using rig = await openToolRig(input);
    expect(await rig.refused("run_gate", { name: "lint" })).toBe("There is no gate lint. There are: unit.");
    expect(await rig.refused("run_gate", { name: "constructor\n" })).toContain("There are: unit.");
  });
});

describe("the tree that a gate sees", () => {
  it("is the candidate and nothing else, new files as well", async () => {
    const valid = {
      name: "valid",
      kind: "validate" as const,
      files: ["src/*.js"],
      command: "! grep left {file}",
    };
    await using rig = await openToolRig({ ...input, gates: [valid] });
    await rig.sandbox.run({ command: "echo left behind >> src/sum.js", timeoutMs: 5000 });
    expect(await rig.done("run_gate", { name: "valid" })).toContain("1 of 1 files are valid");
    await rig.done("create_file", { path: "src/new.js", content: "left out\n" });
    expect(await rig.done("run_gate", { name: "valid" })).toContain("1 of 2 files are valid");
  });
});

describe("what a gate does to the tree", () => {
  const vandal = {
    ...{ name: "vandal", kind: "command" as const },
    command:
      "cat /etc/passwd > stolen.txt; rm src/sum.js docs.md; ln -s /etc/passwd src/sum.js; ln -s /etc docs; ln -s /etc/passwd docs.md; echo x > tests/add.test.js",
  };
  const vandalInput = { ...input, files: { ...files, "docs.md": "docs\n" }, gates: [vandal] };

  it("is undone before anything is read, searched or edited", async () => {
    await using rig = await openToolRig(vandalInput);
    await rig.done("edit_file", { path: "src/sum.js", old: "a - b", new: "a + b" });
    expect(await rig.done("run_gate", { name: "vandal" })).toContain("Gate vandal: passed");
    expect(await rig.done("read_file", { path: "src/sum.js" })).toContain("a + b");
    expect(await rig.done("read_file", { path: "docs.md" })).toBe("1\tdocs");
    expect(await rig.refused("read_file", { path: "stolen.txt" })).toContain("There is no stolen.txt");
    expect(await rig.refused("read_file", { path: "docs/passwd" })).toContain("There is no docs/passwd");
    expect(await rig.done("search", { pattern: "^root:" })).toContain("No line matches");
    await rig.done("edit_file", { path: "src/sum.js", old: "a / 2", new: "a * 0.5" });
    expect(rig.workspace.edits().map(({ path }) => path)).toEqual(["src/sum.js"]);
    expect(await readFile(join(rig.sandbox.dir, "tests/add.test.js"), "utf8")).toBe(
      files["tests/add.test.js"],
    );
  });

  it("is undone when the gate runner itself fails or the campaign is stopped", async () => {
    const controller = new AbortController();
    await using rig = await openToolRig({ ...vandalInput, signal: controller.signal });
    const { context, sandbox } = rig;
    const failing = {
      ...context,
      runGate: async () => {
        await sandbox.run({ command: "rm -r src", timeoutMs: 5000 });
        controller.abort(new Error("stopped"));
        throw new Error("the sandbox is gone");
      },
    };
    const { runGate } = await import("../../../../src/brain/llm/tools/run-gate.ts");
    const call = { name: "run_gate", arguments: '{"name":"vandal"}' };
    await expect(runGate.run(call, failing)).rejects.toThrow("the sandbox is gone");
    expect(await readFile(join(sandbox.dir, "src/sum.js"), "utf8")).toBe(files["src/sum.js"]);
    await expect(runGate.run(call, context)).rejects.toThrow("stopped");
  });
});

describe("run_gate on findings", () => {
  const finding = (line: number, lineText: string, file = "src/sum.js") => ({
    ...{ file, line, lineText, rule: "no-var", message: "use let", severity: "error" as const },
  });
  const lint = { name: "lint", kind: "lint" as const, command: ["true"] };

  it("says which are gone, and shows those of the item and of edited files first", async () => {
    const [target, other] = [finding(1, "var a"), finding(2, "var b")];
    const elsewhere = Array.from({ length: 12 }, (_, n) => finding(n + 1, `var x${n}`, "src/other.js"));
    await using rig = await openToolRig({
      files: { ...files, "src/other.js": "\n" },
      gates: [lint],
      item: { gate: "lint", gateKind: "lint", kind: "lint", targets: [findingId(target), findingId(other)] },
    });
    await rig.workspace.write("src/sum.js", "let a;\nvar b;\n");
    const result = buildResult({
      gate: "lint",
      kind: "lint",
      findings: [...elsewhere, other],
      reason: "13 findings",
    });
    const { runGate } = await import("../../../../src/brain/llm/tools/run-gate.ts");
    const context = { ...rig.context, runGate: async () => result };
    const outcome = await runGate.run(
      { name: "run_gate", arguments: '{"name":"lint","only":"src/sum.js"}' },
      context,
    );
    expect(outcome.status === "done" && outcome.text.split("\n").slice(0, 5)).toEqual([
      "Gate lint cannot be run in part, so all of it was run.",
      "Gate lint: failed; 13 findings.",
      "Of the 2 to mend, 1 is gone now.",
      "In the files that you changed: 1.",
      "src/sum.js:2 no-var use let",
    ]);
    expect(outcome.status === "done" && outcome.text).toContain("… and 3 more.");
  });

  it("says that all are gone", async () => {
    await using rig = await openToolRig({
      files,
      gates: [lint],
      item: { gate: "lint", kind: "lint", targets: [findingId(finding(1, "var a"))] },
    });
    const { runGate } = await import("../../../../src/brain/llm/tools/run-gate.ts");
    const result = buildResult({ gate: "lint", kind: "lint", reason: "no findings" });
    const outcome = await runGate.run(
      { name: "run_gate", arguments: '{"name":"lint"}' },
      { ...rig.context, runGate: async () => result },
    );
    expect(outcome).toMatchObject({ text: expect.stringContaining("Of the 1 to mend, 1 is gone now.") });
  });

  it("keeps what it says bounded", async () => {
    const checks = Array.from({ length: 400 }, (_, n) => ({
      ...{ file: "tests/add.test.js", suite: "s".repeat(500), name: `test ${n}`, status: "failed" as const },
      ...{ message: "m".repeat(9000), stack: "t".repeat(9000) },
    }));
    await using rig = await openToolRig(input);
    const { runGate } = await import("../../../../src/brain/llm/tools/run-gate.ts");
    const result = buildResult({ gate: "unit", checks, reason: "400 failed" });
    const outcome = await runGate.run(
      { name: "run_gate", arguments: '{"name":"unit"}' },
      { ...rig.context, runGate: async () => result },
    );
    expect(outcome.status === "done" && outcome.text.length).toBeLessThan(6_000);
    expect(outcome.status === "done" && outcome.text).toContain("Failing now and not before");
  });
});
