import { describe, expect, it } from "vitest";
import type { BrainTask } from "../../../src/brain/brain.ts";
import { nodeTracer } from "../../../src/brain/search/locate/node-tracer.ts";
import { findOchiai } from "../../../src/brain/search/locate/ochiai.ts";
import { planTraces } from "../../../src/brain/search/locate/plan-traces.ts";
import { pythonTracer } from "../../../src/brain/search/locate/python-tracer.ts";
import { findStackEvidence } from "../../../src/brain/search/locate/stack-evidence.ts";
import { mergeSuspicion } from "../../../src/brain/search/locate/suspicion.ts";
import { findCoveredLines } from "../../../src/brain/search/locate/v8-lines.ts";
import { checkId } from "../../../src/domain/gate.ts";

const covered = (isFailing: boolean, ...lines: number[]) => ({
  isFailing,
  lines: new Map([["a.js", new Set(lines)]]),
});

describe("findOchiai", () => {
  it("suspects most what failing runs go through and passing ones do not, and no line that only passing ones do", () => {
    const runs = [covered(true, 1, 2, 3), covered(false, 1, 4), covered(false, 1, 2)];
    const lines = findOchiai(runs, new Set(["a.js", "b.js"])).get("a.js")?.lines;
    expect(lines?.get(3)).toBe(1);
    expect(lines?.get(2)).toBeCloseTo(1 / Math.sqrt(2));
    expect(lines?.get(1)).toBeCloseTo(1 / Math.sqrt(3));
    expect(lines?.has(4)).toBe(false);
  });

  it("says nothing of files that no failing run enters", () => {
    expect(findOchiai([covered(false, 1)], new Set(["a.js"])).size).toBe(0);
  });
});

describe("findCoveredLines", () => {
  const text = "const f = () => {\n  a();\n  if (x) {\n    b();\n  }\n};\nconst g = () => c();\nf();\n";
  const at = (part: string, from = 0) => text.indexOf(part, from);

  it("takes the innermost range that holds a line, and leaves one-line functions out that were not called", () => {
    const whole = { ranges: [{ startOffset: 0, endOffset: text.length, count: 1 }] };
    const f = {
      ranges: [
        { startOffset: at("() => {"), endOffset: at("};") + 1, count: 1 },
        { startOffset: at("{", at("if")), endOffset: at("}", at("b()")) + 1, count: 0 },
      ],
    };
    const g = { ranges: [{ startOffset: at("() => c"), endOffset: at("() => c") + 9, count: 0 }] };
    expect([...findCoveredLines(text, [whole, f, g])]).toEqual([1, 2, 3, 6, 8]);
  });
});

describe("findStackEvidence", () => {
  const evidence = (stack: string) => ({ evidence: [{ id: "", title: "", message: "", stack }] });

  it("reads V8's frames, nearest first, by path and by URL", () => {
    const stack =
      "Error: x\n    at f (/w/src/a.js:3:5)\n    at file:///w/src/b.ts:7:1\n    at g (/w/test/t.js:1:1)";
    const found = findStackEvidence(evidence(stack), "/w", ["src/a.js", "src/b.ts"]);
    expect(found.get("src/a.js")?.lines.get(3)).toBe(1);
    expect(found.get("src/b.ts")?.lines.get(7)).toBeCloseTo(0.8);
    expect(found.has("test/t.js")).toBe(false);
  });

  it("reads Python's tracebacks and pytest's, last first", () => {
    const stack =
      'Traceback:\n  File "/w/app/a.py", line 2, in f\n  File "/w/app/b.py", line 9, in g\nValueError';
    const found = findStackEvidence(evidence(stack), "/w", ["app/a.py", "app/b.py"]);
    expect(found.get("app/b.py")?.lines.get(9)).toBe(1);
    expect(found.get("app/a.py")?.lines.get(2)).toBeCloseTo(0.8);
    expect(
      findStackEvidence(evidence("app/a.py:4: ZeroDivisionError"), "/w", ["app/a.py"])
        .get("app/a.py")
        ?.lines.get(4),
    ).toBe(1);
  });
});

describe("mergeSuspicion", () => {
  it("adds weighted evidence and never exceeds 1", () => {
    const one = new Map([["a", { lines: new Map([[1, 1]]), rest: 0.5 }]]);
    const two = new Map([["a", { lines: new Map([[2, 1]]), rest: 0 }]]);
    const merged = mergeSuspicion([
      { suspicion: one, weight: 0.8 },
      { suspicion: two, weight: 0.8 },
    ]);
    expect(merged.get("a")?.lines.get(1)).toBeCloseTo(0.8);
    expect(merged.get("a")?.lines.get(2)).toBe(1);
    expect(merged.get("a")?.rest).toBeCloseTo(0.4);
  });
});

describe("planTraces", () => {
  const check = (file: string, name: string) => ({ file, suite: "s", name });
  const task = (only: string[] | undefined) =>
    ({
      gate: { kind: "tests", only },
      item: { files: ["t/a.js"], targets: [checkId(check("t/a.js", "bad"))] },
      passingChecks: [check("t/a.js", "good"), check("t/b.js", "b1"), check("t/b.js", "b2")],
    }) as unknown as BrainTask;

  it("runs tests alone where the tracer cannot tell them apart, and other files whole", () => {
    expect(planTraces(task(["run", "{namePattern}", "{file}"]), [nodeTracer])).toEqual([
      { only: check("t/a.js", "bad"), isFailing: true },
      { only: check("t/a.js", "good"), isFailing: false },
      { only: { file: "t/b.js" }, isFailing: false },
    ]);
  });

  it("runs files whole where the tracer tells tests apart, and the whole gate where it has no parts", () => {
    expect(planTraces(task(["run", "{file}"]), [pythonTracer])).toEqual([
      { only: { file: "t/a.js" }, isFailing: true },
      { only: { file: "t/b.js" }, isFailing: false },
    ]);
    expect(planTraces(task(undefined), [nodeTracer])).toEqual([{ isFailing: true }]);
  });
});
