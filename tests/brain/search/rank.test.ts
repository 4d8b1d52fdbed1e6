import { describe, expect, it } from "vitest";
import { rankCandidates } from "../../../src/brain/search/rank.ts";
import type { SearchCandidate } from "../../../src/brain/search/search-candidate.ts";

const candidate = (key: string, score: number, path = "a.js"): SearchCandidate => ({
  path,
  key,
  score,
  origin: "o",
  summary: key,
  edit: { start: 0, end: 0, replacement: key, summary: key, weight: 1 },
});
const keys = (list: readonly SearchCandidate[]) => list.map(({ key }) => key).join("");

describe("rankCandidates", () => {
  it("puts the best first and keeps each resulting text once, with its best score", () => {
    const ranked = rankCandidates(
      [candidate("a", 0.1), candidate("b", 0.5), candidate("a", 0.9), candidate("a", 0.2, "b.js")],
      1,
    );
    expect(ranked.map(({ path, key, score }) => [path, key, score])).toEqual([
      ["a.js", "a", 0.9],
      ["a.js", "b", 0.5],
      ["b.js", "a", 0.2],
    ]);
  });

  it("orders ties by the seed: the same for one seed whatever the input's order, another for another", () => {
    const ties = [..."abcdefgh"].map((key) => candidate(key, 0.5));
    expect(keys(rankCandidates(ties, 1))).toBe(keys(rankCandidates(ties.toReversed(), 1)));
    expect(keys(rankCandidates(ties, 1))).not.toBe(keys(rankCandidates(ties, 2)));
  });
});
