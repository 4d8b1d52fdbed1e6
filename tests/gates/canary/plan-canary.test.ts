import { expect, it } from "vitest";
import type { GateSpec } from "../../../src/domain/gate.ts";
import { type CanaryInput, planCanary } from "../../../src/gates/canary/plan-canary.ts";
import { buildChecks, buildResult, buildSpec } from "../../helpers/gate-fixtures.ts";

const files: Readonly<Record<string, string>> = {
  "src/sum.js": "export const sum = 1;\n",
  "src/other.js": "export const other = 1;\n",
  "bin/cli.js": "process.exit(1);\n",
  "test/a.test.js": 'import { test } from "node:test";\n',
  "test/sum.test.js": 'import { sum } from "../src/sum.js";\nimport assert from "node:assert";\n',
};
const spec = buildSpec({ kind: "tests", runner: "node-test", command: ["node", "--test"] });
const base = buildResult({
  checks: ["test/a.test.js", "test/sum.test.js"].flatMap((file) => buildChecks({ one: "passed" }, file)),
});

function plan(input: Partial<CanaryInput> = {}, gate: Partial<GateSpec> = {}) {
  return planCanary({
    spec: { ...spec, ...gate },
    base,
    changedPaths: ["src/sum.js"],
    sandbox: { read: async (path) => (files[path] === undefined ? null : Buffer.from(files[path])) },
    trackedFiles: Object.keys(files),
    nonce: "0123456789abcdef",
    ...input,
  });
}

async function planned(...input: Parameters<typeof plan>) {
  const result = await plan(...input);
  if (result.status !== "planned") throw new Error(result.reason);
  const [edit] = result.canary.edits;
  return { ...result.canary, text: edit?.content ?? "" };
}

it("goes beside the test that knows the changed file, under a name that ends as that one does", async () => {
  const canary = await planned();
  expect(canary.file).toMatch(/^test\/0[0-9a-f]{5}-sum\.test\.js$/);
  expect(canary).toMatchObject({ placement: "beside", undo: [{ path: canary.file, content: null }] });
  expect(canary.checks.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["throw", "node:assert.strictEqual"]),
  );
});

it("goes into a test file that the command names, and leaves it as it was", async () => {
  const canary = await planned({}, { command: ["node", "--test", "./test/sum.test.js"] });
  expect(canary).toMatchObject({ placement: "inside", file: "test/sum.test.js" });
  expect(canary.text.startsWith(files["test/sum.test.js"] ?? "?")).toBe(true);
  expect(canary.undo).toEqual([
    { path: "test/sum.test.js", mode: "100644", content: files["test/sum.test.js"] },
  ]);
});

it("shows neither its names nor its nonce in its text", async () => {
  const canary = await planned();
  for (const { token } of canary.checks) expect(canary.text).not.toContain(token);
  expect(canary.text).not.toContain(canary.nonce);
});

it("has other names for each nonce, and a random one by itself", async () => {
  const { nonce: _, ...rest } = await planned();
  const [one, two] = [await planned({ nonce: "01" }), await planned({ nonce: "02" })];
  const tokens = [rest, one, two].flatMap(({ checks }) => checks.map(({ token }) => token));
  expect(new Set(tokens).size).toBe(tokens.length);
});

it.each<[string, Partial<CanaryInput>, Partial<GateSpec>, string]>([
  ["a gate of another kind", {}, { kind: "lint" }, "runs no tests"],
  ["a base without a result", { base: buildResult({ status: "error", reason: "broken" }) }, {}, "broken"],
  [
    "a report without files",
    { base: buildResult({ checks: buildChecks({ a: "passed" }, "") }) },
    {},
    "names no",
  ],
  [
    "test files that are not there",
    { base: buildResult({ checks: buildChecks({ a: "passed" }, "x.js") }) },
    {},
    "names no",
  ],
  [
    "tests that are all skipped",
    { base: buildResult({ checks: buildChecks({ a: "skipped" }, "test/a.test.js") }) },
    {},
    "names no",
  ],
])("is impossible for %s", async (_, input, gate, reason) => {
  expect(await plan(input, gate)).toEqual({ status: "impossible", reason: expect.stringContaining(reason) });
});

it("finds the tests of a report that names no files by the names of its checks", async () => {
  const base = buildResult({ checks: buildChecks({ "node:assert": "passed" }, "") });
  expect((await planned({ base })).file).toMatch(/^test\/0[0-9a-f]{5}-sum\.test\.js$/);
});

it("knows a runner that the gate does not name by what its tests import", async () => {
  const { runner: _, ...unknown } = spec;
  const canary = await planned({ spec: unknown });
  expect(canary.text).toContain('"node:test"');
});

it("is impossible for a runner that nothing tells", async () => {
  const { runner: _, ...unknown } = spec;
  const tests = buildResult({ checks: buildChecks({ one: "passed" }, "test/sum.test.js") });
  expect(await plan({ spec: unknown, base: tests })).toMatchObject({
    status: "impossible",
    reason: "no canary is known for what gate tests runs",
  });
});
