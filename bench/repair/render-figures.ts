import type { CountedOutcome } from "./run-bugs.ts";
import { quantile, summarizeOutcomes } from "./summarize-outcomes.ts";

/** Bounds of the bands that precision is told by; a value is in the first whose bound it reaches. */
const bands = [
  { name: "0.9 and above", from: 0.9 },
  { name: "0.7 to 0.9", from: 0.7 },
  { name: "0.5 to 0.7", from: 0.5 },
  { name: "below 0.5", from: 0 },
] as const;

const explanations = {
  "not-located": "no candidate at the bug's lines",
  "not-generated": "the good code is no candidate of one edit",
  generated: "the good code is a candidate, and was not reached",
  nothing: "no candidates",
} as const;

/** All tables of a run, in Markdown. Pure. */
export function renderFigures(
  outcomes: readonly CountedOutcome[],
  run: { readonly seed: number; readonly width: number; readonly wallSeconds: number },
): string {
  const groups = (keyOf: (outcome: CountedOutcome) => string) =>
    [...Map.groupBy(outcomes, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = `${outcomes.length} bugs, seed ${run.seed}, ${run.width} at a time, ${Math.round(run.wallSeconds)} s in all.`;
  return [
    head,
    renderTable(
      "half and language",
      groups(({ module }) => `${module.half}, ${module.language}`).concat(
        groups(({ module }) => `${module.half}, all`),
      ),
    ),
    renderTable(
      "origin",
      groups(({ module, bug }) => `${module.half}, ${bug.origin}`),
    ),
    renderTable(
      "runner",
      groups(({ module }) => module.runner),
    ),
    renderTable(
      "class",
      groups(({ bug }) => bug.classes.join("+")),
    ),
    renderBands(outcomes),
    renderMisses(outcomes),
  ].join("\n\n");
}

function renderTable(
  what: string,
  groups: readonly (readonly [string, readonly CountedOutcome[]])[],
): string {
  const rows = groups.map(([name, group]) => {
    const { bugs, plausible, correct, ...rest } = summarizeOutcomes(group);
    const times = `${format(rest.medianSeconds, 2)} / ${format(rest.p90Seconds, 2)}`;
    const counts = `${format(rest.medianCandidates, 0)} / ${format(rest.p90Candidates, 0)}`;
    return `| ${name} | ${bugs} | ${share(plausible, bugs)} | ${share(correct, bugs)} | ${times} | ${counts} |`;
  });
  return [
    `| ${what} | bugs | plausible | first patch correct | seconds (median / p90) | candidates (median / p90) |`,
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function renderBands(outcomes: readonly CountedOutcome[]): string {
  const proposed = outcomes.filter(({ summary }) => summary !== "");
  const rows = ["dev", "held-back"].flatMap((half) => {
    const own = proposed.filter(({ module }) => module.half === half);
    const known = own.filter(({ confidence }) => confidence !== null);
    const untold = own.length - known.length;
    return [
      ...bands.map(({ name, from }, at) => {
        const below = bands[at - 1]?.from ?? Number.POSITIVE_INFINITY;
        const inside = known.filter(
          ({ confidence }) => (confidence ?? 0) >= from && (confidence ?? 0) < below,
        );
        const correct = inside.filter(({ isFirstCorrect }) => isFirstCorrect).length;
        return `| ${half}, ${name} | ${inside.length} | ${share(correct, inside.length)} |`;
      }),
      ...(untold === 0 ? [] : [`| ${half}, not told | ${untold} | |`]),
    ];
  });
  return ["| confidence | first patches | of them correct |", "| --- | --- | --- |", ...rows].join("\n");
}

function renderMisses(outcomes: readonly CountedOutcome[]): string {
  const missed = outcomes.filter(({ isPlausible }) => !isPlausible);
  const keyOf = ({ module, miss, end }: CountedOutcome) =>
    `${module.half}, ${explanations[miss ?? "nothing"]}, ${end.split(":")[0]}`;
  const rows = [...Map.groupBy(missed, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      const seconds = group.map((outcome) => outcome.seconds);
      return `| ${name} | ${group.length} | ${format(quantile(seconds, 0.5), 1)} |`;
    });
  return ["| not mended | bugs | median seconds |", "| --- | --- | --- |", ...rows].join("\n");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${part} (${Math.round((part / whole) * 100)} %)`;
}

function format(value: number, digits: number): string {
  return Number.isNaN(value) ? "-" : value.toFixed(digits);
}
