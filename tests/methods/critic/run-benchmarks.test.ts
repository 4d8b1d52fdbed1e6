import { describe, expect, it } from "vitest";
import type { GateResult, GateSpec } from "../../../src/domain/gate.ts";
import { runBenchmarks } from "../../../src/methods/critic/run-benchmarks.ts";

const spec: GateSpec = {
  ...{ name: "speed", kind: "benchmark", command: "true", before: [], cwd: ".", env: {} },
  ...{ network: "none", timeoutMs: 1_000, isRequired: false, order: 1 },
  benchmark: { pattern: "(\\d+)", direction: "lower-is-better", threshold: 0.05, repeats: 3 },
};

/** A runner whose benchmark measures these. */
function runnerOf(base: readonly number[], edited: readonly number[]) {
  const result = (measurements: readonly number[]): GateResult => ({
    ...{ gate: "speed", kind: "benchmark", status: "passed", reason: "no number", checks: [], findings: [] },
    ...{ measurements, exitCode: 0, durationMs: 1, outputTail: "", network: "none" },
  });
  return { runBase: async () => result(base), runEdited: async () => result(edited) };
}
const run = (base: readonly number[], edited: readonly number[], specs = [spec]) =>
  runBenchmarks(specs, { edits: [] }, runnerOf(base, edited));

describe("runBenchmarks", () => {
  it("tells better, worse and no measurable change apart", async () => {
    const better = await run([100, 101, 102], [50, 51, 52]);
    expect(better).toEqual({
      term: 1,
      reasons: ["The benchmark speed is better: its number changes by -50 %."],
    });
    expect(await run([100, 101, 102], [200, 201, 202])).toMatchObject({ term: 0 });
    expect(await run([100, 101, 102], [100, 101, 103])).toEqual({ term: 0.7, reasons: [] });
  });

  it("counts a benchmark that gives no number any more as nothing, and one without a base not at all", async () => {
    expect(await run([100], [])).toEqual({
      term: 0,
      reasons: ["The benchmark speed gave no number: no number."],
    });
    expect(await run([], [100])).toEqual({ term: null, reasons: [] });
    expect(await run([100], [100], [])).toEqual({ term: null, reasons: [] });
  });
});
