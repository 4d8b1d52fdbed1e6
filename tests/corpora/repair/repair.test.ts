import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { chooseBugs } from "../../../bench/repair/choose-bugs.ts";
import { renderFigures } from "../../../bench/repair/render-figures.ts";
import { runBugs } from "../../../bench/repair/run-bugs.ts";
import { corpusSeed, isFullCorpus } from "../../helpers/corpus.ts";

const hasPytest = spawnSync("python3", ["-m", "pytest", "--version"]).status === 0;
if (!hasPytest) console.warn("bugs in Python are skipped: pytest is not installed for python3");

/** In the small corpus some of the plainest kinds, with few candidates; in the full one all there are, of both halves. */
const sizes = { javascript: 3, typescript: 1, python: 2 } as const;
const plainest = /^(?:relational|arithmetic|logical|off-by-one|constant|negation|call)$/;
const bounds = { seed: 1, width: 1, ...(isFullCorpus ? {} : { maxCandidates: 300 }) };
const languages = (["javascript", "typescript", "python"] as const).filter(
  (language) => hasPytest || language !== "python",
);
const chosen = languages.flatMap((language) =>
  isFullCorpus
    ? chooseBugs({ language, half: "both", limit: null, seed: 1, only: null })
    : chooseBugs({ language, half: "dev", limit: null, seed: 1, only: null })
        .filter(
          ({ bug, module }) =>
            bug.origin === "planted" && plainest.test(bug.classes.join()) && module.runner !== "vitest",
        )
        .toSorted((a, b) => (mix(a.bug.id) < mix(b.bug.id) ? -1 : 1))
        .slice(0, sizes[language]),
);
/** Shares below which something is broken; docs/repair.md has what is reached. */
const floors = isFullCorpus ? { plausible: 0.6, correct: 0.5 } : { plausible: 0.6, correct: 0.5 };

it("the search brain mends bugs that it was not made for", { timeout: 6 * 3_600_000 }, async () => {
  const startedMs = performance.now();
  const outcomes = await runBugs(chosen, { ...bounds, onOutcome: () => {} });
  const wallSeconds = (performance.now() - startedMs) / 1000;
  const figures = renderFigures(outcomes, { ...bounds, wallSeconds });
  if (isFullCorpus) console.log(figures);
  const share = (count: number) => count / outcomes.length;
  const told = outcomes.map(
    ({ id, isFirstCorrect, end, difference }) => `${isFirstCorrect} ${id} ${end} ${difference}`,
  );
  expect(
    share(outcomes.filter(({ isPlausible }) => isPlausible).length),
    told.join("\n"),
  ).toBeGreaterThanOrEqual(floors.plausible);
  expect(
    share(outcomes.filter(({ isFirstCorrect }) => isFirstCorrect).length),
    told.join("\n"),
  ).toBeGreaterThanOrEqual(floors.correct);
});

it("the same bug twice gives the same patch after as many candidates", { timeout: 600_000 }, async () => {
  const twice = chosen.slice(0, 1).flatMap((one) => [one, one]);
  const [first, second] = await runBugs(twice, { ...bounds, onOutcome: () => {} });
  expect(second?.summary).toBe(first?.summary);
  expect(second?.candidates).toBe(first?.candidates);
  expect(second?.confidence).toBe(first?.confidence);
});

/** An order that the seed of the corpora decides. */
function mix(id: string): string {
  let value = corpusSeed;
  for (const character of id) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
