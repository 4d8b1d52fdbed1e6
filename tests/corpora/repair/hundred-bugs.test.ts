import { expect, it } from "vitest";
import { runCampaign } from "../../../bench/repair/run-campaign.ts";
import { isFullCorpus } from "../../helpers/corpus.ts";
import { buildHundredBugs } from "./build-hundred-bugs.ts";
import { loadCorpus } from "./load-corpus.ts";

it("puts a hundred bugs into a hundred folders, the same ones for the same seed", () => {
  const { files, bugs } = buildHundredBugs();
  const folders = new Set(Object.keys(files).flatMap((path) => /^modules\/[^/]+/.exec(path) ?? []));
  expect(folders.size).toBe(100);
  expect(new Set(bugs).size).toBe(100);
  expect(buildHundredBugs()).toEqual({ files, bugs });
  expect(buildHundredBugs({ seed: 2 }).bugs).not.toEqual(bugs);
  const good = new Set(
    loadCorpus({ language: "javascript" }).flatMap((module) => Object.values(module.files)),
  );
  const bad = Object.values(files).filter((content) => !good.has(content));
  expect(bad).toHaveLength(101);
});

it("refuses more bugs than there are", () => {
  expect(() => buildHundredBugs({ count: 5_000 })).toThrow(/not 5000/);
});

/** In the small corpus a campaign of one bug: that its figures are measured; in the full one a hundred. */
it("a campaign mends them one after the other, with memory that does not grow", {
  timeout: 5 * 3_600_000,
}, async () => {
  const count = isFullCorpus ? 100 : 1;
  const figures = await runCampaign(buildHundredBugs({ count }));
  const { promoted, commits, cycles, memoryMb, gateSeconds, fixSeconds } = figures;
  console.log(JSON.stringify(figures));
  expect(promoted, figures.stop).toBeGreaterThanOrEqual(isFullCorpus ? 70 : 1);
  expect(commits).toBe(promoted);
  expect(cycles).toBeLessThanOrEqual(count);
  expect(gateSeconds).toBeGreaterThan(0);
  expect(fixSeconds.median).toBeGreaterThan(0);
  const growthMb = (memoryMb.at(-1) ?? 0) - (memoryMb[Math.min(9, memoryMb.length - 1)] ?? 0);
  expect(growthMb).toBeLessThan(150);
});
