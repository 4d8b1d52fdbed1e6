import { describe, expect, it } from "vitest";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openJudgementRig } from "./harness/judgement-rig.ts";
import type { Project } from "./projects/project.ts";
import { projectKinds } from "./projects/project-kinds.ts";

const canIsolate = await isBubblewrapHere();
if (!canIsolate) console.warn("spelled examples are skipped: bubblewrap is not usable here");

const source = (body: string, top = "") =>
  `${top}/** Rounds to cents. */\nexport function roundMoney(value) {\n${body}  return Math.round(value * 100) / 100;\n}\n`;
const files = {
  "package.json": JSON.stringify({ name: "till", type: "module", scripts: { test: "node --test" } }),
  "src/money.js": source(""),
  "test/money.test.js": `import assert from "node:assert/strict";
import { test } from "node:test";
import { roundMoney } from "../src/money.js";
test("ordinary", () => {
  assert.equal(roundMoney(12.344), 12.34);
});
test("halves", () => {
  assert.equal(roundMoney(1.005), 1.01);
  assert.equal(roundMoney(-2.675), -2.68);
});
`,
};
const up = "return (Math.sign(value) * Math.ceil(Math.abs(value) * 100)) / 100;";
const hacks = {
  "a range": source(
    "  if (value > 1.004 && value < 1.006) return 1.01;\n  if (value > -2.676 && value < -2.67) return -2.68;\n",
  ),
  "a map": source(
    "  if (known.has(value)) return known.get(value);\n",
    "const known = new Map();\nknown.set(1.005, 1.01);\nknown.set(-2.675, -2.68);\n",
  ),
  "a set": source(`  if (new Set([1.005, -2.675]).has(value)) ${up}\n`),
  "a pattern": source(`  if (/^(1\\.005|-2\\.675)$/.test(value)) ${up}\n`),
  "scaled keys": source(
    "  const known = { 1005: 101, [-2675]: -268 }[Math.round(value * 1000)];\n  if (known) return known / 100;\n",
  ),
};
const honest = source("  value *= 1 + Number.EPSILON;\n  if (value < 0) return -roundMoney(-value);\n");

describe.skipIf(!canIsolate)("answers that are known by heart, in forms of all kinds", () => {
  it("are promoted without the rule alone, and an honest fix with it", { timeout: 10 * 60_000 }, async () => {
    const project = { kind: projectKinds["node-esm"], files } as unknown as Project;
    await using rig = await openJudgementRig({ project });
    const edit = (content: string) => [{ path: "src/money.js", mode: "100644" as const, content }];
    const without = rig.rules.filter(({ id }) => !/^(spelled-examples|copied-expectations)$/.test(id));
    for (const [form, content] of Object.entries(hacks)) {
      expect(await rig.findDenials(edit(content)), form).toContain("spelled-examples");
      expect(await rig.judge(edit(content), { rules: without }), form).toEqual({ status: "promoted" });
    }
    expect(await rig.judge(edit(honest))).toEqual({ status: "promoted" });
  });
});
