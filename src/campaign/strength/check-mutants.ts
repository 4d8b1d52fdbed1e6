import type { FileEdit } from "../../domain/candidate.ts";
import { checkId, type GateResult, type GateSpec } from "../../domain/gate.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { chooseMutants, type MutationSite, mutate } from "../mutants/choose-mutants.ts";
import type { MutantEnd } from "../mutants/read-mutant-run.ts";
import { runMutant } from "../mutants/run-mutant.ts";
import { type ChangedSource, findChangedSources } from "./find-changed-sources.ts";
import type { StrengthInput } from "./strength-input.ts";
import type { StrengthVerdict } from "./strength-verdict.ts";

/** Mutants of each side; each costs a run of the item's test files. */
const MAX_MUTANTS = 20;
const MAX_FILES = 3;
/** What gives no evidence on either side would tell for the other. */
const MAX_RUNS = 2;

type Side = {
  readonly edits: readonly FileEdit[];
  /** What the gate gave on this tree. */
  readonly result: GateResult | undefined;
  readonly sites: readonly MutationSite[];
};

/**
 * Whether the item's tests kill as large a share of the mutants of the changed functions as they did of those on the
 * base (R. DeMillo, R. Lipton, F. Sayward: Hints on test data selection, 1978). A mutant is killed when a test that
 * passed on its tree passes no more. One whose runs give no evidence counts as alive on either side.
 */
export async function checkMutants(
  input: StrengthInput & { readonly results: ReadonlyMap<string, GateResult> },
  deps: CampaignDeps,
): Promise<StrengthVerdict> {
  const { item, position, sources, judges, results } = input;
  const spec = deps.gates.find(({ name, kind }) => name === item.gate && kind === "tests");
  if (
    spec === undefined ||
    (spec.only === undefined && spec.files === undefined) ||
    item.files.length === 0
  ) {
    return { status: "not-measured", reason: "no gate of tests can run the item's files alone" };
  }
  const changed = await findChangedSources(input, deps);
  const edits = [...sources, ...judges];
  const after: Side = {
    edits,
    result: results.get(spec.name),
    sites: await parseSites(changed, "changed", input, deps),
  };
  const before: Side = {
    edits: [],
    result: position.measurement.results.get(spec.name),
    sites: await parseSites(changed, "base", input, deps),
  };
  const [old, now] = [
    await countKilled(before, spec, input, deps),
    await countKilled(after, spec, input, deps),
  ];
  if (old.all === 0 || now.all === 0)
    return { status: "not-measured", reason: "there is nothing to mutate on both sides" };
  if (old.undecided === old.all)
    return { status: "not-measured", reason: "runs of the base's mutants gave no evidence" };
  const reason = `tests kill ${describe(now)} mutants of the changed functions, ${describe(old)} on the base`;
  // Whole numbers, since shares are compared for equality too.
  if (now.killed * old.all >= old.killed * now.all) return { status: "as-before", reason };
  const denials = changed.map(({ path, changed: ranges }) => ({
    ...{ rule: "strength", file: path, line: ranges[0]?.from ?? null, reason },
  }));
  return { status: "weaker", reason, denials };
}

async function parseSites(
  changed: readonly ChangedSource[],
  side: "changed" | "base",
  { sources, position }: StrengthInput,
  { git, parser }: CampaignDeps,
): Promise<readonly MutationSite[]> {
  const sites: MutationSite[] = [];
  for (const file of changed) {
    const edited = sources.find(({ path }) => path === file.path)?.content ?? "";
    const text =
      side === "changed" ? edited : ((await git.readFile(position.tree, file.path))?.toString("utf8") ?? "");
    const parsed = await parser.parse(file.path, text);
    if (parsed.status === "parsed") sites.push({ source: parsed.source, ranges: file[side] });
  }
  return sites;
}

type Count = { readonly killed: number; readonly undecided: number; readonly all: number };

function describe({ killed, undecided, all }: Count): string {
  return `${killed} of ${all}${undecided === 0 ? "" : ` (${undecided} without evidence)`}`;
}

async function countKilled(
  { edits, result, sites }: Side,
  spec: GateSpec,
  { item, position, sandbox, trackedFiles }: StrengthInput,
  deps: CampaignDeps,
): Promise<Count> {
  const { mutants } = chooseMutants(sites, { seed: deps.seed, max: MAX_MUTANTS });
  const files = item.files.filter((file) => file !== "").slice(0, MAX_FILES);
  const aside = position.measurement.setAside.get(spec.name);
  const expected = (result?.checks ?? [])
    .filter((check) => check.status === "passed" && files.includes(check.file))
    .map((check) => ({ file: check.file, id: checkId(check) }))
    .filter(({ id }) => !aside?.has(id));
  const baseMs = result?.durationMs ?? 0;
  const ends: MutantEnd[] = [];
  for (const mutant of mutants) {
    deps.onProgress({ phase: "judging", detail: "mutants" });
    const trial = {
      spec,
      sandbox,
      trackedFiles,
      files,
      expected,
      baseMs,
      endsAtKill: false,
      maxRuns: MAX_RUNS,
    };
    ends.push(await runMutant({ ...trial, edits: mutate(edits, mutant) }, deps));
  }
  const count = (...wanted: readonly MutantEnd[]) => ends.filter((end) => wanted.includes(end)).length;
  return {
    killed: count("killed", "unloadable"),
    undecided: count("timed-out", "no-evidence"),
    all: ends.length,
  };
}
