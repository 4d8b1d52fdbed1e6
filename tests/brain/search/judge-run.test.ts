import { describe, expect, it } from "vitest";
import { judgeRun } from "../../../src/brain/search/run/judge-run.ts";
import { checkId, findingId, type GateResult } from "../../../src/domain/gate.ts";
import type { WorkItem } from "../../../src/domain/work-item.ts";

const check = (name: string, status: "passed" | "failed" | "skipped") => ({
  file: "t.js",
  suite: "",
  name,
  status,
});
const finding = (lineText: string) => ({
  file: "a.js",
  line: 1,
  rule: "r",
  message: "m",
  severity: "error" as const,
  lineText,
});
const result = (part: Partial<GateResult>): GateResult => ({
  gate: "g",
  kind: "tests",
  status: "failed",
  reason: "",
  checks: [],
  findings: [],
  measurements: [],
  exitCode: 1,
  durationMs: 10,
  outputTail: "",
  network: "none",
  ...part,
});
const item = (targets: readonly string[], kind: WorkItem["kind"] = "failing-test") =>
  ({ kind, targets }) as WorkItem;
const id = (name: string) => checkId(check(name, "failed"));
const base = result({
  checks: [check("a", "failed"), check("b", "failed"), check("ok", "passed"), check("old", "failed")],
});
const stage = { base, timeoutMs: 1_000 };
const task = {
  item: item([id("a"), id("b")]),
  knownFailures: new Set([id("a"), id("b"), id("old")]),
  passingChecks: [],
};

describe("judgeRun on checks", () => {
  it("tells full, partial and no mending apart", () => {
    const run = (a: "passed" | "failed", b: "passed" | "failed") =>
      judgeRun(result({ checks: [check("a", a), check("b", b), check("ok", "passed")] }), stage, task);
    expect(run("passed", "passed")).toBe("mends-all");
    expect(run("passed", "failed")).toBe("mends-some");
    expect(run("failed", "failed")).toBe("still-failing");
  });

  it("counts a passing check that fails, is skipped or is gone as broken", () => {
    const mended = [check("a", "passed"), check("b", "passed")];
    for (const rest of [[check("ok", "failed")], [check("ok", "skipped")], []]) {
      expect(judgeRun(result({ checks: [...mended, ...rest] }), stage, task)).toBe("breaks-others");
    }
  });

  it("counts a new failing check as broken, and a known one not", () => {
    const checks = [check("a", "passed"), check("b", "passed"), check("ok", "passed")];
    expect(judgeRun(result({ checks: [...checks, check("new", "failed")] }), stage, task)).toBe(
      "breaks-others",
    );
    expect(judgeRun(result({ checks: [...checks, check("old", "failed")] }), stage, task)).toBe("mends-all");
  });

  it("expects the campaign's passing checks where the stage has no base of its own", () => {
    const wider = { ...task, passingChecks: [check("ok", "passed"), { file: "u.js", suite: "", name: "x" }] };
    const checks = [check("a", "passed"), check("b", "passed"), check("ok", "passed")];
    expect(judgeRun(result({ checks }), { ...stage, base: null }, wider)).toBe("breaks-others");
  });

  it("takes an error for no evidence, and a long one for a time-out", () => {
    expect(judgeRun(result({ status: "error" }), stage, task)).toBe("no-evidence");
    expect(judgeRun(result({ status: "error", durationMs: 1_001 }), stage, task)).toBe("time-out");
  });
});

describe("judgeRun on findings", () => {
  const findings = [finding("x == 1"), finding("x == 1"), finding("y == 2")];
  const lint = { ...task, item: item([findingId(finding("x == 1"))], "lint") };
  const lintStage = { base: result({ kind: "lint", findings }), timeoutMs: 1_000 };
  const run = (...left: readonly ReturnType<typeof finding>[]) =>
    judgeRun(result({ kind: "lint", findings: left }), lintStage, lint);

  it("compares them as a multiset", () => {
    expect(run(finding("y == 2"))).toBe("mends-all");
    expect(run(finding("x == 1"), finding("y == 2"))).toBe("mends-some");
    expect(run(...findings)).toBe("still-failing");
    expect(run(finding("y == 2"), finding("y == 2"))).toBe("breaks-others");
  });
});
