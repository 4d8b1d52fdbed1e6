// npm run bench:repair: the search brain on the corpus of bugs. See docs/repair.md.
import { buildHundredBugs } from "../../tests/corpora/repair/build-hundred-bugs.ts";
import type { BugOutcome } from "../../tests/corpora/repair/run-bug.ts";
import { type BenchOptions, parseBenchOptions } from "./bench-options.ts";
import { chooseBugs } from "./choose-bugs.ts";
import { openOutcomeFile } from "./outcome-file.ts";
import { renderCampaign } from "./render-campaign.ts";
import { renderFigures } from "./render-figures.ts";
import { renderThroughput } from "./render-throughput.ts";
import { type CountedOutcome, runBugs } from "./run-bugs.ts";
import { runCampaign } from "./run-campaign.ts";
import { quantile } from "./summarize-outcomes.ts";
import { measureNodeThroughput } from "./throughput-node.ts";
import { measurePythonThroughput } from "./throughput-python.ts";
import { type FiguresPart, writeFigures } from "./write-figures.ts";

/** Repositories of one bug that a campaign's time of a fix is held against. */
const SINGLE_BUGS = 7;

const options = parseBenchOptions(process.argv.slice(2));
const { part, figures } = await measure(options);
console.log(figures);
if (options.isWriting) writeFigures(part, figures);

async function measure({
  campaign,
  isThroughput,
}: BenchOptions): Promise<{ part: FiguresPart; figures: string }> {
  if (isThroughput) {
    const measured = [...(await measureNodeThroughput()), ...(await measurePythonThroughput())];
    return { part: "throughput", figures: renderThroughput(measured) };
  }
  if (campaign === null) return { part: "bugs", figures: await measureBugs() };
  const repository = buildHundredBugs({ count: campaign, seed: options.seed });
  const figures = renderCampaign(await runCampaign(repository, options), await measureSingleBugs());
  return { part: "campaign", figures };
}

/** The median time of a fix where the repository has one bug. */
async function measureSingleBugs(): Promise<number> {
  const seconds: number[] = [];
  for (let seed = 1; seed <= SINGLE_BUGS; seed += 1) {
    const { fixSeconds } = await runCampaign(buildHundredBugs({ count: 1, seed }), options);
    if (!Number.isNaN(fixSeconds.median)) seconds.push(fixSeconds.median);
  }
  return quantile(seconds, 0.5);
}

async function measureBugs(): Promise<string> {
  const chosen = chooseBugs(options);
  if (chosen.length === 0) throw new Error("no bug of the corpus is what was asked for");
  const startedMs = performance.now();
  const file = openOutcomeFile(options.json);
  const [before, left] = [true, false].map((isKnown) =>
    chosen.filter(({ bug }) => file.known.has(bug.id) === isKnown),
  );
  let done = before?.length ?? 0;
  const onOutcome = (outcome: CountedOutcome) => {
    done += 1;
    file.add(outcome);
    console.error(`${done}/${chosen.length} ${describeOutcome(outcome)}`);
  };
  const fresh = await runBugs(left ?? [], { seed: options.seed, width: options.width, onOutcome });
  const known = (before ?? []).map((one) => ({ ...(file.known.get(one.bug.id) as BugOutcome), ...one }));
  return renderFigures([...known, ...fresh], {
    ...options,
    wallSeconds: (performance.now() - startedMs) / 1000,
  });
}

function describeOutcome(outcome: CountedOutcome): string {
  const { id, isPlausible, isFirstCorrect, candidates, seconds, summary, end, bug } = outcome;
  const mark = isFirstCorrect ? "correct  " : isPlausible ? "plausible" : "none     ";
  const how = summary === "" ? end : summary;
  return `${mark} ${id} (${bug.classes.join("+")}) ${candidates} candidates, ${seconds.toFixed(2)} s: ${how}`;
}
