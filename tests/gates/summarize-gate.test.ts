import { expect, it } from "vitest";
import { eventSchema } from "../../src/domain/events.ts";
import { summarizeGate } from "../../src/gates/summarize-gate.ts";
import { buildChecks, buildFinding, buildResult } from "../helpers/gate-fixtures.ts";

it("counts, and names what fails", () => {
  const result = buildResult({ checks: buildChecks({ a: "passed", b: "failed", c: "skipped" }) });
  expect(summarizeGate(result)).toMatchObject({ passed: 1, failed: 1, skipped: 1, findings: 0 });
  expect(summarizeGate(result).failing).toEqual(['["a.test.js","","b"]']);
});

it("names 200 failing ids at most, each once, and none of a run that passes with warnings", () => {
  const findings = Array.from({ length: 500 }, (_, index) => buildFinding(`line ${index % 300}`));
  const summary = summarizeGate(buildResult({ kind: "lint", findings }));
  expect([summary.findings, summary.failing.length, new Set(summary.failing).size]).toEqual([500, 200, 200]);
  expect(summarizeGate(buildResult({ findings, status: "passed" })).failing).toEqual([]);
});

it("fits the journal", () => {
  const event = { type: "gates-measured", tree: "t", results: [summarizeGate(buildResult({}))] };
  expect(eventSchema.safeParse(event).success).toBe(true);
});
