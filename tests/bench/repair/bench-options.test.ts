import { describe, expect, it } from "vitest";
import { parseBenchOptions } from "../../../bench/repair/bench-options.ts";
import { chooseBugs } from "../../../bench/repair/choose-bugs.ts";
import { isTestPath } from "../../corpora/repair/repair-bug.ts";

describe("parseBenchOptions", () => {
  it("measures the half that may be looked at, unless the other one is asked for", () => {
    expect(parseBenchOptions([]).half).toBe("dev");
    expect(parseBenchOptions(["--half", "held-back", "--language", "js", "--limit", "5"])).toMatchObject({
      half: "held-back",
      language: "javascript",
      limit: 5,
    });
  });

  it.each([
    [["--half", "mine"], /mine/],
    [["--language", "cobol"], /cobol/],
    [["--limit", "0"], /--limit.*0/],
    [["--seed", "x"], /--seed.*x/],
    [["--width", "1.5"], /--width.*1\.5/],
    [["--other"], /--other/],
  ])("refuses %j", (argv, message) => {
    expect(() => parseBenchOptions(argv)).toThrow(message);
  });
});

describe("chooseBugs", () => {
  const all = { language: null, half: "both", limit: null, seed: 1, only: null } as const;

  it("draws the same sample for the same seed", () => {
    const draw = (seed: number) => chooseBugs({ ...all, limit: 9, seed }).map(({ bug }) => bug.id);
    expect(draw(1)).toHaveLength(9);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("keeps the halves apart", () => {
    const [dev, held] = (["dev", "held-back"] as const).map((half) => chooseBugs({ ...all, half }));
    const modules = new Set(dev?.map(({ module }) => module.id));
    expect(held?.some(({ module }) => modules.has(module.id))).toBe(false);
    expect((dev?.length ?? 0) + (held?.length ?? 0)).toBe(chooseBugs(all).length);
  });

  it("finds bugs by a part of their name", () => {
    const found = chooseBugs({ ...all, only: "javascript/roman/" });
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ bug, module }) => bug.id.startsWith(module.id))).toBe(true);
    expect(Object.keys(found[0]?.module.files ?? {}).some(isTestPath)).toBe(true);
  });
});
