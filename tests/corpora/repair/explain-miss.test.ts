import { expect, it } from "vitest";
import type { SearchCandidate } from "../../../src/brain/search/search-candidate.ts";
import { explainMiss } from "./explain-miss.ts";

const trees = {
  good: { "a.js": "one();\ntwo(1);\nthree();\n" },
  bad: { "a.js": "one();\ntwo(2);\nthree();\n" },
};
const candidate = (start: number, end: number, replacement: string): SearchCandidate => ({
  edits: [{ path: "a.js", edit: { start, end, replacement, summary: "", weight: 1 } }],
  ...{ origin: "x", summary: "", score: 1, key: "" },
});
const elsewhere = candidate(0, 3, "none");
const there = candidate(7, 10, "three");
const right = candidate(11, 12, "1 ");

it.each([
  ["not-located", [elsewhere]],
  ["not-generated", [elsewhere, there]],
  ["generated", [there, right]],
] as const)("%s", (miss, candidates) => {
  expect(explainMiss(candidates, trees)).toBe(miss);
});
