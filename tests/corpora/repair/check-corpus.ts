// Checks the corpus of JavaScript and TypeScript: `node tests/corpora/repair/check-corpus.ts [javascript/roman …]`. The
// good code of each module passes its tests and its oracle; each bug fails some visible test, not most, and the oracle tells
// it from the good code. Python's has a check of its own, python/check.py.
import { judgeBehaviour } from "./judge-behaviour.ts";
import { loadCorpus } from "./load-corpus.ts";
import { plantBug } from "./plant-bug.ts";
import { runVisibleTests } from "./planter/run-visible-tests.ts";
import type { RepairModule } from "./repair-bug.ts";

const named = process.argv.slice(2);
let problems = 0;
for (const module of [...loadCorpus({ language: "javascript" }), ...loadCorpus({ language: "typescript" })]) {
  if (named.length > 0 && !named.includes(module.id)) continue;
  await checkModule(module);
}
process.exit(problems === 0 ? 0 : 1);

async function checkModule(module: RepairModule): Promise<void> {
  const good = await runVisibleTests(module, module.files);
  if (good.failed > 0 || good.isEnded || good.passed < 5)
    tell(module.id, `${good.passed} tests pass, ${good.failed} fail`);
  const same = await judgeBehaviour(module, module.files);
  if (same.status !== "same") tell(module.id, `the good code differs from itself: ${same.first}`);
  for (const bug of module.bugs) {
    const files = plantBug(module.files, bug);
    const run = await runVisibleTests(module, files);
    if (run.isEnded || run.failed === 0) tell(bug.id, run.isEnded ? "hangs" : "no visible test fails");
    if (run.failed > run.passed + 1) tell(bug.id, `${run.failed} tests fail, ${run.passed} pass`);
    const behaviour = await judgeBehaviour(module, files);
    if (behaviour.status === "same") tell(bug.id, "the oracle sees no difference");
  }
  console.log(`${module.id}: ${good.passed} tests, ${module.bugs.length} bugs, ${module.half}`);
}

function tell(id: string, problem: string): void {
  problems += 1;
  console.log(`  ${id}: ${problem}`);
}
