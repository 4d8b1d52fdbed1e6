import { expect, it } from "vitest";
import { rankSpots } from "../../../src/campaign/mutants/rank-spots.ts";
import { summarizeMutants } from "../../../src/campaign/mutants/summarize-mutants.ts";
import { buildTried } from "./build-tried.ts";

const testFiles = ["a.test.js", "b.test.js"];
const other = { from: 9, to: 9, owner: "90", name: "lerp", isHead: false };

it("puts the likelier mistake, and the one that more tests go through, first", () => {
  const tried = [
    buildTried("survived", { likelihood: 0.1 }),
    buildTried("survived", { line: 3, likelihood: 0.1, reaching: testFiles }),
    buildTried("survived", { line: 4, likelihood: 0.9 }),
  ];
  const [spot] = rankSpots({ tried, testFiles });
  expect(spot?.survivors.map(({ tried: { mutant } }) => mutant.line)).toEqual([4, 3, 2]);
  expect(spot?.line).toBe(2);
});

it("takes the functions apart, and what is killed in them is counted and not shown", () => {
  const tried = [
    buildTried("killed"),
    buildTried("survived", { likelihood: 0.2 }),
    buildTried("survived", { statement: other, likelihood: 0.7 }),
    buildTried("killed", { path: "b.js" }),
  ];
  expect(rankSpots({ tried, testFiles }).map(({ name, killed }) => [name, killed])).toEqual([
    ["lerp", 0],
    ["clamp", 1],
  ]);
});

it.each(["throw new RangeError('low')", "raise ValueError('low')", "console.log(low)", "logger.info(low)"])(
  "takes a fault in %s for a small one",
  (line) => {
    const tried = [
      buildTried("survived", { before: [`    ${line}`], likelihood: 0.9 }),
      buildTried("survived", { line: 5, likelihood: 0.3 }),
    ];
    expect(rankSpots({ tried, testFiles })[0]?.survivors[0]?.tried.mutant.line).toBe(5);
  },
);

it("scores by what was decided alone", () => {
  const ends = [
    "killed",
    "killed",
    "killed",
    "survived",
    "uncovered",
    "timed-out",
    "unloadable",
    "no-evidence",
  ];
  const tried = ends.map((end) => buildTried(end as "killed"));
  expect(summarizeMutants({ tried })).toEqual({
    ...{ killed: 3, survived: 1, uncovered: 1, unloadable: 1, "timed-out": 1, "no-evidence": 1 },
    score: 0.75,
  });
  expect(summarizeMutants({ tried: [buildTried("uncovered")] }).score).toBeNull();
});
