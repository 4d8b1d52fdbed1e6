import { describe, expect, it } from "vitest";
import type { BrainTask } from "../../../src/brain/brain.ts";
import { findCoverageEvidence } from "../../../src/brain/search/locate/coverage-evidence.ts";
import { checkId, type GateSpec } from "../../../src/domain/gate.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { nodeTestGate } from "../../helpers/node-test-gate.ts";
import { plainTask } from "../../helpers/plain-task.ts";
import { openSandboxRig } from "../../helpers/sandbox-rig.ts";
import { searchDeps } from "../../helpers/search-task.ts";

const hasBubblewrap = await isBubblewrapHere();

const files = {
  "package.json": '{"type":"module"}',
  "src/sign.js": 'export function sign(n) {\n  if (n < 0) {\n    return "plus";\n  }\n  return "none";\n}\n',
  "src/idle.js": "export function idle() {\n  return 1;\n}\n",
  "test/sign.test.js":
    'import { test } from "node:test";\nimport assert from "node:assert/strict";\nimport { sign } from "../src/sign.js";\nimport "../src/idle.js";\ntest("below", () => assert.equal(sign(-1), "minus"));\ntest("above", () => assert.equal(sign(1), "none"));\n',
};

function buildTask(sandbox: Sandbox): BrainTask {
  const gate: GateSpec = {
    name: "unit",
    before: [],
    cwd: ".",
    env: {},
    network: "none",
    timeoutMs: 60_000,
    isRequired: true,
    order: 1,
    ...nodeTestGate,
  };
  const check = (name: string) => ({ file: "test/sign.test.js", suite: "", name });
  return {
    ...plainTask,
    item: {
      id: "item",
      kind: "failing-test",
      gate: "unit",
      gateKind: "tests",
      title: "below",
      files: ["test/sign.test.js"],
      targets: [checkId(check("below"))],
      signature: "",
      evidence: [],
    },
    gate,
    sandbox,
    editableFiles: ["src/sign.js", "src/idle.js"],
    trackedFiles: Object.keys(files),
    knownFailures: new Set(),
    passingChecks: [check("above")],
    limits: { maxCandidates: 10, maxMs: null },
    seed: 1,
    isAvoided: async () => false,
    onBatch: async () => {},
    signal: new AbortController().signal,
  };
}

async function expectEvidence(sandbox: Sandbox): Promise<void> {
  const found = await findCoverageEvidence(buildTask(sandbox), searchDeps);
  const lines = found.get("src/sign.js")?.lines;
  expect(lines?.get(3)).toBe(1);
  expect(lines?.get(2)).toBeCloseTo(Math.SQRT1_2);
  expect(lines?.has(5)).toBe(false);
  // The body of what no test calls is not suspected.
  expect(found.get("src/idle.js")?.lines.has(2)).not.toBe(true);
}

describe("findCoverageEvidence", () => {
  it("suspects the line that only the failing test goes through", async () => {
    await using sandbox = await openLocalSandbox({ files });
    await expectEvidence(sandbox);
  });

  it.skipIf(!hasBubblewrap)(
    "does so in an isolated sandbox, where commands run as another user",
    async () => {
      await using rig = await openSandboxRig({ files });
      await using sandbox = await rig.pool.open("c1/1", rig.commit);
      expect(sandbox.isIsolated).toBe(true);
      await expectEvidence(sandbox);
    },
  );

  it("has nothing to say where the runner cannot be traced", async () => {
    await using sandbox = await openLocalSandbox({ files });
    const task = buildTask(sandbox);
    const found = await findCoverageEvidence({ ...task, gate: { ...task.gate, runner: "go" } }, searchDeps);
    expect(found.size).toBe(0);
  });
});
