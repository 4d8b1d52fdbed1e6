import { expect, it } from "vitest";
import type { GateJudgement } from "../../src/domain/judgement.ts";
import { judge } from "../../src/gates/judge.ts";

const item = { gate: "tests", targets: ["a", "b"] };
function gate(name: string, rest: Partial<GateJudgement> = {}): GateJudgement {
  return {
    gate: name,
    status: "green",
    reason: "r",
    fixed: [],
    broken: [],
    isRequired: true,
    durationMs: 1,
    ...rest,
  };
}

it("promotes when every gate is green and one target is fixed", () => {
  const judgement = judge({ item, gates: [gate("lint"), gate("tests", { fixed: ["b", "z"] })] });
  expect(judgement.status).toBe("promote");
  expect(judgement.reason).toContain("1 of 2");
});

it.each([
  ["a red gate", { status: "red", broken: ["x"] }, "gate"],
  ["a red gate that is not required", { status: "red", broken: ["x"], isRequired: false }, "gate"],
  ["a gate that is red though nothing is broken", { status: "red" }, "strict"],
  ["an error in a required gate", { status: "error" }, "error"],
  ["a required gate that is unproven", { status: "unproven" }, "error"],
] as const)("rejects for %s", (_, rest, rule) => {
  const judgement = judge({ item, gates: [gate("tests", { fixed: ["a"] }), gate("lint", rest)] });
  expect(judgement).toMatchObject({ status: "reject", rule, reason: "lint: r" });
});

it("passes over errors and unproven gates that are not required", () => {
  for (const status of ["error", "unproven"] as const) {
    const gates = [gate("lint", { status, isRequired: false }), gate("tests", { fixed: ["a"] })];
    expect(judge({ item, gates }).status).toBe("promote");
  }
});

it.each([
  ["nothing is fixed", gate("tests")],
  ["only other things are fixed", gate("tests", { fixed: ["z"] })],
  ["a target's id is fixed in another gate", gate("lint", { fixed: ["a"] })],
  ["its own gate is unproven", gate("tests", { fixed: ["a"], status: "unproven", isRequired: false })],
])("rejects as nothing-fixed when %s", (_, one) => {
  expect(judge({ item, gates: [one] })).toMatchObject({ status: "reject", rule: "nothing-fixed" });
});

it("gives the first gate that says no as the reason", () => {
  const gates = [gate("a", { status: "error" }), gate("b", { status: "red", broken: ["x"] })];
  expect(judge({ item, gates })).toMatchObject({ rule: "error", reason: "a: r" });
  expect(judge({ item, gates: gates.toReversed() })).toMatchObject({ rule: "gate", reason: "b: r" });
});
