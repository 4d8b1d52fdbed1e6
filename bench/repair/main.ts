// npm run bench:repair: the search brain on the corpus of bugs. See docs/repair.md.
import { writeFileSync } from "node:fs";
import { parseBenchOptions } from "./bench-options.ts";
import { chooseBugs } from "./choose-bugs.ts";
import { renderFigures } from "./render-figures.ts";
import { type CountedOutcome, runBugs } from "./run-bugs.ts";
import { writeFigures } from "./write-figures.ts";

const options = parseBenchOptions(process.argv.slice(2));
const chosen = chooseBugs(options);
if (chosen.length === 0) {
  console.error("No bug of the corpus is what was asked for.");
  process.exit(2);
}
const startedMs = performance.now();
let done = 0;
const outcomes = await runBugs(chosen, { ...options, onOutcome: printOutcome });
const figures = renderFigures(outcomes, { ...options, wallSeconds: (performance.now() - startedMs) / 1000 });
console.log(figures);
if (options.json !== null) {
  const rows = outcomes.map(({ module, bug, ...rest }) => ({
    ...rest,
    half: module.half,
    runner: module.runner,
    classes: bug.classes,
    origin: bug.origin,
  }));
  writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}
if (options.isWriting) writeFigures(figures);

function printOutcome(outcome: CountedOutcome): void {
  const { id, isPlausible, isFirstCorrect, candidates, seconds, summary, end, bug } = outcome;
  done += 1;
  const mark = isFirstCorrect ? "correct  " : isPlausible ? "plausible" : "none     ";
  const how = summary === "" ? end : summary;
  console.error(
    `${done}/${chosen.length} ${mark} ${id} (${bug.classes.join("+")}) ${candidates} candidates, ${seconds.toFixed(2)} s: ${how}`,
  );
}
