import { describe, expect, it } from "vitest";
import type { Progress } from "../../../../src/brain/search/run/progress.ts";
import type { SearchCandidate } from "../../../../src/brain/search/search-candidate.ts";
import { planSecondOrder } from "../../../../src/brain/search/second-order/plan-second-order.ts";

const none: Progress = { mended: 0, broken: 0, moved: 0 };

function candidate(
  name: string,
  start: number,
  { score = 0.5, path = "a.js", end = start + 2 } = {},
): SearchCandidate {
  const edit = { start, end, replacement: name, summary: name, weight: 1 };
  return { edits: [{ path, edit }], origin: name.slice(0, 3), summary: name, score, key: `${path}\n${name}` };
}

const plan = (
  tried: readonly (readonly [SearchCandidate, Progress])[],
  { maxPairs = 1_000, seed = 1, isGuided = false, ranked = tried.map(([one]) => one) } = {},
) => [
  ...planSecondOrder(
    { tried: tried.map(([one, progress]) => ({ candidate: one, progress })), ranked, seed },
    { maxPairs, isGuided },
  ),
];

const namesOf = (pair: SearchCandidate | undefined) => pair?.edits.map(({ edit }) => edit.replacement);

describe("planSecondOrder", () => {
  const plain = Array.from({ length: 30 }, (_, at) =>
    candidate(`plain${at}`, 1_000 + at * 10, { score: 0.9 }),
  );

  it("begins with two that mend different failures, however low they rank", () => {
    const [one, two] = [candidate("one", 10, { score: 0.01 }), candidate("two", 50, { score: 0.02 })];
    const pairs = plan([
      ...plain.map((other) => [other, none] as const),
      [one, { ...none, mended: 1 }],
      [two, { ...none, mended: 1 }],
    ]);
    expect(namesOf(pairs[0])).toEqual(["one", "two"]);
  });

  it("pairs one that mends something before one after which the test merely fails otherwise", () => {
    const mending = candidate("mending", 10, { score: 0.1 });
    const moving = candidate("moving", 30, { score: 0.1 });
    const other = candidate("other", 50, { score: 0.9 });
    const pairs = plan([
      [other, none],
      [mending, { ...none, mended: 1 }],
      [moving, { ...none, moved: 1 }],
    ]);
    expect(pairs.slice(0, 3).map(namesOf)).toEqual([
      ["mending", "other"],
      ["mending", "moving"],
      ["moving", "other"],
    ]);
  });

  it("takes little from an outcome that most candidates have", () => {
    const rare = candidate("rare", 10, { score: 0.1 });
    const pairs = plan([
      ...plain.map((other) => [other, { ...none, moved: 1 }] as const),
      [rare, { ...none, moved: 2 }],
    ]);
    expect(namesOf(pairs[0])).toContain("rare");
  });

  it("never pairs edits that overlap or touch, nor one with itself", () => {
    const whole = candidate("whole", 0, { end: 100 });
    const inner = candidate("inner", 40);
    const touching = candidate("touching", 100);
    const elsewhere = candidate("elsewhere", 40, { path: "b.js" });
    const progress = { ...none, mended: 1 };
    const pairs = plan([whole, inner, touching, elsewhere].map((one) => [one, progress]));
    expect(pairs.map((pair) => namesOf(pair)?.toSorted().join("+")).toSorted()).toEqual([
      "elsewhere+inner",
      "elsewhere+touching",
      "elsewhere+whole",
      "inner+touching",
    ]);
  });

  it("keeps edits in the order of their places, and each pair once", () => {
    const [late, early] = [candidate("late", 90), candidate("early", 10)];
    const pairs = plan([
      [late, { ...none, mended: 1 }],
      [early, { ...none, mended: 1 }],
    ]);
    expect(pairs.map(namesOf)).toEqual([["early", "late"]]);
    expect(pairs[0]).toMatchObject({ summary: "early, and late", origin: "ear+lat" });
  });

  it("gives the same pairs in the same order, no more than it may, and others for another seed", () => {
    const tried = plain.map((one, at) => [one, at < 5 ? { ...none, moved: 1 } : none] as const);
    const keys = (seed: number) => plan(tried, { seed, maxPairs: 50 }).map(({ key }) => key);
    expect(keys(1)).toHaveLength(50);
    expect(keys(1)).toEqual(keys(1));
    expect(keys(2)).not.toEqual(keys(1));
  });

  it("is guided by what mended something alone, where it is asked to be", () => {
    const [mending, moving, other] = [
      candidate("mending", 10),
      candidate("moving", 30),
      candidate("other", 50),
    ];
    const tried = [
      [other, none],
      [moving, { ...none, moved: 1 }],
    ] as const;
    expect(plan(tried, { isGuided: true })).toEqual([]);
    const pairs = plan([...tried, [mending, { ...none, mended: 1 }]], { isGuided: true });
    expect(pairs.map((pair) => namesOf(pair)?.includes("mending"))).toEqual([true, true]);
  });

  it("has nothing to pair where there is one candidate or none", () => {
    expect(plan([])).toEqual([]);
    expect(plan([[candidate("one", 1), { ...none, mended: 1 }]])).toEqual([]);
  });
});
