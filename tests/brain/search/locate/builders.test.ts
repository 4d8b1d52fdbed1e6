import { expect, it } from "vitest";
import { nodeTestGate as gate } from "../../../helpers/node-test-gate.ts";
import { plainDeps, searchProject } from "../../../helpers/search-task.ts";

it("does not suspect what builds the program where tests load what was built", async () => {
  const files = {
    "package.json": '{"type":"module"}',
    "build.js":
      'import { mkdirSync, readFileSync, writeFileSync } from "node:fs";\nmkdirSync("dist", { recursive: true });\nwriteFileSync("dist/sum.js", readFileSync("lib/sum.js", "utf8"));\n',
    "lib/sum.js": "export const sum = (a, b) => a - b;\n",
    "check/sum.test.js":
      'import { test } from "node:test";\nimport assert from "node:assert/strict";\nimport { sum } from "../dist/sum.js";\ntest("sum", () => assert.equal(sum(2, 3), 5));\n',
  };
  const { proposals, end, batches } = await searchProject(
    { files, gate: { ...gate, before: ["node build.js"] }, limits: { maxCandidates: 15, maxMs: null } },
    plainDeps,
  );
  expect(proposals[0]?.edits[0]?.path, JSON.stringify([end, batches])).toBe("lib/sum.js");
});
