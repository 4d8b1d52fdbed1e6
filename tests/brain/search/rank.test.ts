import { describe, expect, it } from "vitest";
import { rankCandidates } from "../../../src/brain/search/rank.ts";
import type { SearchCandidate } from "../../../src/brain/search/search-candidate.ts";

const candidate = (name: string, score: number, path = "a.js"): SearchCandidate => ({
  key: `${path}:${name}`,
  score,
  origin: "o",
  summary: name,
  edits: [{ path, edit: { start: 0, end: 0, replacement: name, summary: name, weight: 1 } }],
});
const keys = (list: readonly SearchCandidate[]) => list.map(({ summary }) => summary).join("");

describe("rankCandidates", () => {
  it("puts the best first and keeps each resulting text once, with its best score", () => {
    const ranked = rankCandidates(
      [candidate("a", 0.1), candidate("b", 0.5), candidate("a", 0.9), candidate("a", 0.2, "b.js")],
      1,
    );
    expect(ranked.map(({ key, score }) => [key, score])).toEqual([
      ["a.js:a", 0.9],
      ["a.js:b", 0.5],
      ["b.js:a", 0.2],
    ]);
  });

  it("orders ties by the seed: the same for one seed whatever the input's order, another for another", () => {
    const ties = [..."abcdefgh"].map((key) => candidate(key, 0.5));
    expect(keys(rankCandidates(ties, 1))).toBe(keys(rankCandidates(ties.toReversed(), 1)));
    expect(keys(rankCandidates(ties, 1))).not.toBe(keys(rankCandidates(ties, 2)));
  });
});
