import { describe, expect, it } from "vitest";
import { groupBehaviours } from "../../../src/brain/behaviour/group-behaviours.ts";
import type { ProbeOutcome } from "../../../src/brain/behaviour/run-probe.ts";

const did = (...behaviours: string[]): ProbeOutcome => ({ status: "probed", behaviours, callsMs: 1 });
const silent: ProbeOutcome = { status: "not-probed", reason: "no runtime" };

describe("groupBehaviours", () => {
  it("puts candidates together that do the same on every input, the largest group first", () => {
    expect(groupBehaviours([did("a", "b"), did("a", "c"), did("a", "c"), did("x", "c")])).toEqual({
      groups: [[1, 2], [0], [3]],
      shares: [0.25, 0.5, 0.5, 0.25],
      differing: 2,
      compared: 2,
    });
  });

  it("leaves out inputs that are unstable or were not run for any of them", () => {
    expect(groupBehaviours([did("a", "unstable", "x"), did("a", "c", "not-run")])).toEqual({
      groups: [[0, 1]],
      shares: [1, 1],
      differing: 0,
      compared: 1,
    });
  });

  it("says nothing of candidates that were not probed, and does not count them", () => {
    expect(groupBehaviours([silent, did("a"), did("a")]).shares).toEqual([null, 1, 1]);
  });

  it.each([
    ["nobody was probed", [silent, silent]],
    ["no input tells", [did("unstable"), did("a")]],
    ["there are no inputs", [did(), did()]],
    ["there is nobody", []],
  ])("is neutral where %s", (_title, outcomes) => {
    const { shares, compared } = groupBehaviours(outcomes);
    expect(compared).toBe(0);
    expect(shares).toEqual(outcomes.map(() => null));
  });
});
