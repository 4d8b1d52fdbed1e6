import { expect, it } from "vitest";
import { limitHours } from "../src/limit-hours.ts";

const minutes = (count: number): number => count * 60_000;

it.each([
  ["the configured hours where the job has more", 4, 360, 0, 240],
  ["the job's time without its last 15 minutes", 8, 360, 0, 345],
  ["what earlier steps have left of it", 8, 360, minutes(30), 315],
  ["three quarters of a short job", 8, 20, 0, 15],
  ["nothing where the job is as good as over", 8, 60, minutes(50), 0],
])("gives %s", (_what, maxHours, timeoutMinutes, ageMs, expected) => {
  expect(limitHours(maxHours, { timeoutMinutes, ageMs })).toBe(minutes(expected));
});

it("takes a job of unknown age for one that has just begun", () => {
  expect(limitHours(8, { timeoutMinutes: 360, ageMs: null })).toBe(minutes(345));
});
