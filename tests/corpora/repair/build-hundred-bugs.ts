import { createRandom } from "../harness/random.ts";
import { loadCorpus } from "./load-corpus.ts";
import { plantBug } from "./plant-bug.ts";
import type { RepairBug, RepairModule } from "./repair-bug.ts";

/** A repository of folders, each a module of the corpus with one bug that has nothing to do with the others. */
export type HundredBugs = {
  readonly files: Readonly<Record<string, string>>;
  /** Ids of the bugs, in the order of their folders. */
  readonly bugs: readonly string[];
};

/**
 * Puts bugs in as many folders: one that was planted in one place, out of each module in turn until there are enough. The
 * seed says which. Modules are those whose tests `node --test` runs as they are.
 */
export function buildHundredBugs({ count = 100, seed = 1 } = {}): HundredBugs {
  const random = createRandom(`hundred-bugs/${seed}`);
  const modules = loadCorpus({ language: "javascript" })
    .filter(
      ({ runner, files }) =>
        runner === "node-test" && !Object.keys(files).some((path) => path.endsWith(".cjs")),
    )
    .map((module) => ({
      module,
      left: [
        ...random.shuffle(
          module.bugs.filter(({ origin, parts }) => origin === "planted" && parts.length === 1),
        ),
      ],
    }));
  const chosen: { readonly module: RepairModule; readonly bug: RepairBug }[] = [];
  while (chosen.length < count) {
    const before = chosen.length;
    for (const { module, left } of random.shuffle(modules)) {
      const bug = left.pop();
      if (bug !== undefined && chosen.length < count) chosen.push({ module, bug });
    }
    if (chosen.length === before) throw new Error(`the corpus has ${before} such bugs, not ${count}`);
  }
  const files: Record<string, string> = {
    "package.json": `${JSON.stringify({ name: "hundred-bugs", private: true, type: "module", scripts: { test: "node --test" } }, null, 2)}\n`,
  };
  for (const [at, { module, bug }] of chosen.entries()) {
    const folder = `modules/${String(at + 1).padStart(3, "0")}-${module.id.split("/")[1]}`;
    for (const [path, content] of Object.entries(plantBug(module.files, bug))) {
      if (path !== "package.json") files[`${folder}/${path}`] = content;
    }
  }
  return { files, bugs: chosen.map(({ bug }) => bug.id) };
}
