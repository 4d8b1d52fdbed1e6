import { describe, expect, it } from "vitest";
import { type CoveredRun, findOchiai } from "../../../../src/brain/search/locate/ochiai.ts";
import { suspectNode } from "../../../../src/brain/search/locate/suspect-node.ts";
import { mergeSuspicion } from "../../../../src/brain/search/locate/suspicion.ts";

/** `x > 0 ? a : b` on line 1: the failing run takes `b` at 8 to 9, passing ones `a` at 4 to 5. */
const lines = new Map([["a.js", new Set([1])]]);
const without = (start: number, end: number) => new Map([["a.js", [{ start, end }]]]);
const runs: readonly CoveredRun[] = [
  { isFailing: true, lines, missed: without(4, 5) },
  { isFailing: false, lines, missed: without(8, 9) },
  { isFailing: false, lines, missed: without(8, 9) },
];
const place = (start: number, end: number) => ({ start, end, line: 1 });
const found = findOchiai(runs, new Set(["a.js"])).get("a.js");

describe("findOchiai on branches", () => {
  it("suspects the branch that the failing run took more than what all runs went through", () => {
    expect(found?.placeOf?.(place(8, 9))).toBe(1);
    expect(found?.placeOf?.(place(0, 3))).toBeCloseTo(1 / Math.sqrt(3));
    expect(found?.lines.get(1)).toBeCloseTo(1 / Math.sqrt(3));
  });

  it("does not suspect a branch that the failing run missed, and leaves what reaches beyond it to the line", () => {
    expect(found?.placeOf?.(place(4, 5))).toBe(0);
    expect(found?.placeOf?.(place(3, 5))).toBeCloseTo(1 / Math.sqrt(3));
    expect(found?.placeOf?.({ start: 4, end: 5, line: 2 })).toBe(null);
  });

  it("has nothing narrower than lines where no run tells its branches", () => {
    const plain = findOchiai([{ isFailing: true, lines }], new Set(["a.js"])).get("a.js");
    expect(plain?.placeOf).toBeUndefined();
  });

  it("is kept when other evidence is added to it", () => {
    const stack = new Map([["a.js", { lines: new Map([[1, 1]]), rest: 0 }]]);
    const coverage = findOchiai(runs, new Set(["a.js"]));
    const merged = mergeSuspicion([
      { suspicion: coverage, weight: 0.7 },
      { suspicion: stack, weight: 0.3 },
    ]).get("a.js");
    expect(merged?.placeOf?.(place(8, 9))).toBeCloseTo(1);
    expect(merged?.placeOf?.(place(4, 5))).toBeCloseTo(0.3);
    const node = { type: "identifier", isNamed: true, field: null, parent: null, children: [], endLine: 1 };
    if (found === undefined) throw new Error("nothing was found");
    expect(suspectNode({ ...node, ...place(8, 9) }, found)).toBe(1);
    expect(suspectNode({ ...node, ...place(4, 5) }, found)).toBe(0);
  });
});
