import { describe, expect, it } from "vitest";
import { isFullCorpus } from "../../helpers/corpus.ts";
import { judgeBehaviour } from "./judge-behaviour.ts";
import { loadCorpus } from "./load-corpus.ts";
import { plantBug } from "./plant-bug.ts";
import { runVisibleTests } from "./planter/run-visible-tests.ts";
import { isTestPath } from "./repair-bug.ts";

const modules = loadCorpus();
const bugs = modules.flatMap((module) => module.bugs.map((bug) => ({ module, bug })));
const wanted = { javascript: 300, typescript: 100, python: 150 } as const;

describe("the repair corpus", () => {
  it.each(Object.entries(wanted))(
    "has enough bugs in %s, a third of them by hand or in two places",
    (language, least) => {
      const own = bugs.filter(({ module }) => module.language === language);
      expect(own.length).toBeGreaterThanOrEqual(least);
      const hard = own.filter(({ bug }) => bug.origin === "hand" || bug.parts.length > 1);
      expect(hard.length / own.length).toBeGreaterThanOrEqual(0.35);
    },
  );

  it("holds back a good part of every language", () => {
    for (const language of Object.keys(wanted)) {
      const own = bugs.filter(({ module }) => module.language === language);
      const held = own.filter(({ module }) => module.half === "held-back");
      expect(held.length / own.length, language).toBeGreaterThan(0.3);
      expect(held.length / own.length, language).toBeLessThan(0.7);
    }
  });

  it("names every bug once", () => {
    expect(new Set(bugs.map(({ bug }) => bug.id)).size).toBe(bugs.length);
  });

  it("plants every bug in sources alone, and no two bugs of a module alike", () => {
    for (const module of modules) {
      const trees = module.bugs.map((bug) => {
        expect(
          bug.parts.filter(({ path }) => isTestPath(path)),
          bug.id,
        ).toEqual([]);
        return JSON.stringify(plantBug(module.files, bug));
      });
      expect(new Set(trees).size, module.id).toBe(trees.length);
      expect(trees).not.toContain(JSON.stringify(module.files));
    }
  });

  it("tells bugs from good code, by tests that can be seen and by the oracle", {
    timeout: 3_600_000,
  }, async () => {
    const scripts = bugs.filter(({ module }) => module.language !== "python" && module.runner !== "vitest");
    const chosen = isFullCorpus ? scripts : scripts.filter((_, at) => at % 97 === 0);
    for (const { module, bug } of chosen) {
      const files = plantBug(module.files, bug);
      expect((await runVisibleTests(module, files)).failed, bug.id).toBeGreaterThan(0);
      expect((await judgeBehaviour(module, files)).status, bug.id).toBe("different");
    }
    for (const { module } of chosen)
      expect((await judgeBehaviour(module, module.files)).status, module.id).toBe("same");
  });
});
