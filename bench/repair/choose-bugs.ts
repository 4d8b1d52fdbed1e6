import { createRandom } from "../../tests/corpora/harness/random.ts";
import { loadCorpus } from "../../tests/corpora/repair/load-corpus.ts";
import type { RepairBug, RepairModule } from "../../tests/corpora/repair/repair-bug.ts";
import type { BenchOptions } from "./bench-options.ts";

/** A bug and where it is. */
export type ChosenBug = { readonly module: RepairModule; readonly bug: RepairBug };

/** The bugs that are asked for, in the corpus's order; with a limit, a sample that the seed draws. Pure but for the files. */
export function chooseBugs(
  options: Pick<BenchOptions, "language" | "half" | "limit" | "seed" | "only">,
): readonly ChosenBug[] {
  const { language, half, limit, seed, only } = options;
  const modules = loadCorpus({
    ...(language === null ? {} : { language }),
    ...(half === "both" ? {} : { half }),
  });
  const all = modules
    .flatMap((module) => module.bugs.map((bug) => ({ module, bug })))
    .filter(({ bug }) => only === null || bug.id.includes(only));
  if (limit === null || limit >= all.length) return all;
  const drawn = new Set(createRandom(`repair/${seed}`).shuffle(all).slice(0, limit));
  return all.filter((chosen) => drawn.has(chosen));
}
