import type { MutationReport, TriedMutant } from "../src/campaign/mutants/mutation-report.ts";
import { rankSpots, type Survivor, type WeakSpot } from "../src/campaign/mutants/rank-spots.ts";
import { type MutationScore, summarizeMutants } from "../src/campaign/mutants/summarize-mutants.ts";

/** What a screen has room for; JSON has it all. */
const MAX_SPOTS = 20;
const MAX_SURVIVORS = 3;
const MAX_UNCOVERED = 20;

/** The report of `mutate`, for programs and for people. Pure. */
export function renderMutation(
  commit: string,
  report: MutationReport,
): { readonly json: unknown; readonly text: string } {
  const counts = summarizeMutants(report);
  const spots = rankSpots(report);
  const uncovered = listUncovered(report.tried);
  const { tried, found, gate, files, skipped, coverage, way, durationMs } = report;
  return {
    json: {
      ...{ commit, gate, files: files.length, found, tried: tried.length, counts, coverage, way, skipped },
      durationMs: Math.round(durationMs),
      survivors: spots
        .flatMap(({ survivors }) => survivors)
        .toSorted((a, b) => b.weight - a.weight)
        .map(describeSurvivor),
      uncovered: uncovered.map(([path, lines]) => ({ path, lines })),
      others: tried
        .filter(({ end }) => /^(?:unloadable|timed-out|no-evidence)$/.test(end))
        .map(describeTried),
    },
    text: [
      ...renderScore(counts, report),
      ...(spots.length === 0 ? [] : ["", "Where the tests see least, the weakest first:"]),
      ...spots.slice(0, MAX_SPOTS).flatMap(renderSpot),
      ...(spots.length > MAX_SPOTS ? [`  and ${spots.length - MAX_SPOTS} more places: see --json`] : []),
      ...(uncovered.length === 0 ? [] : ["", "Lines that no test goes through:"]),
      ...uncovered.slice(0, MAX_UNCOVERED).map(([path, lines]) => `  ${path}: ${renderLines(lines)}`),
      ...(uncovered.length > MAX_UNCOVERED ? [`  and ${uncovered.length - MAX_UNCOVERED} more files`] : []),
      ...skipped.map(({ path, reason }) => `Not mutated: ${path}, ${reason}`),
    ].join("\n"),
  };
}

function renderScore(counts: MutationScore, report: MutationReport): readonly string[] {
  const { gate, tried, found, files, coverage, way, durationMs } = report;
  const { killed, survived, score } = counts;
  const share = score === null ? "nothing was decided" : `${(100 * score).toFixed(1)} %`;
  const apart = (["uncovered", "unloadable", "timed-out", "no-evidence"] as const)
    .filter((end) => counts[end] > 0)
    .map((end) => `${counts[end]} ${end}`);
  const left = found > tried.length ? ` of ${found}` : "";
  return [
    `Score: ${share} (${killed} killed, ${survived} survived${apart.length > 0 ? `; apart: ${apart.join(", ")}` : ""})`,
    `${tried.length}${left} faults in ${files.length} files against gate ${gate}, in ${(durationMs / 1000).toFixed(1)} s; ${way.kind}: ${way.reason}`,
    ...(coverage.status === "seen"
      ? []
      : [`Coverage is not known (${coverage.reason}): every fault was run against all tests.`]),
  ];
}

function renderSpot({ path, name, line, killed, survivors }: WeakSpot): readonly string[] {
  const all = killed + survivors.length;
  return [
    "",
    `${path}:${line}${name === "" ? "" : ` ${name}`}: ${survivors.length} of ${all} survive`,
    ...survivors
      .slice(0, MAX_SURVIVORS)
      .flatMap(({ tried: { mutant } }) => [
        `  line ${mutant.line}: ${mutant.summary} (${mutant.operator})`,
        ...renderDiff(mutant),
      ]),
    ...(survivors.length > MAX_SURVIVORS ? [`  and ${survivors.length - MAX_SURVIVORS} more here`] : []),
  ];
}

/** Lines without the indentation that they share. */
function renderDiff({ before, after }: Survivor["tried"]["mutant"]): readonly string[] {
  const indents = [...before, ...after].map((text) => text.length - text.trimStart().length);
  const shared = Math.min(...indents);
  return [
    ...before.map((text) => `  - ${text.slice(shared)}`),
    ...after.map((text) => `  + ${text.slice(shared)}`),
  ];
}

function describeSurvivor({ tried, weight }: Survivor) {
  return { ...describeTried(tried), weight: Number(weight.toFixed(4)) };
}

function describeTried({ mutant, end, reaching }: TriedMutant) {
  const { path, line, operator, summary, before, after, statement } = mutant;
  return {
    path,
    line,
    function: statement.name,
    operator,
    summary,
    before,
    after,
    end,
    testFiles: reaching,
  };
}

function listUncovered(tried: readonly TriedMutant[]): readonly (readonly [string, readonly number[]])[] {
  const lines = Map.groupBy(
    tried.filter(({ end }) => end === "uncovered"),
    ({ mutant }) => mutant.path,
  );
  return [...lines]
    .map(([path, own]) => {
      const numbers = [...new Set(own.map(({ mutant }) => mutant.line))].toSorted((a, b) => a - b);
      return [path, numbers] as const;
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Neighbours as a range: "3-5, 9". */
function renderLines(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
