import { describe, expect, it } from "vitest";
import { findNearest } from "../../src/config/find-nearest.ts";

describe("findNearest", () => {
  it.each([
    ["maxCycle", ["maxCycles", "maxHours"], "maxCycles"],
    ["max-cycles", ["maxCycles", "maxHours"], "maxCycles"],
    ["serach", ["search", "none"], "search"],
    ["gtaes", ["gates", "goal"], "gates"],
    ["tset", ["tests", "lint"], undefined],
    ["colour", ["command", "lint"], undefined],
    ["a", [], undefined],
    ["", ["a"], "a"],
  ])("for %j among %j is %j", (word, candidates, nearest) => {
    expect(findNearest(word, candidates)).toBe(nearest);
  });
});
