import { posix } from "node:path";
import { chooseTracers } from "../../brain/search/choose-tracers.ts";
import type { Tracer } from "../../brain/search/tracer.ts";
import type { GateSpec } from "../../domain/gate.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { type ChangedSource, findChangedSources } from "./find-changed-sources.ts";
import type { LineRange } from "./find-statements.ts";
import type { StrengthInput } from "./strength-input.ts";
import type { StrengthVerdict } from "./strength-verdict.ts";
import { type CoveredLines, traceTests } from "./trace-tests.ts";

/** Test files that are traced: those of the item, and others that name a changed file. */
const MAX_OWN_FILES = 3;
const MAX_OTHER_FILES = 5;

/**
 * Whether tests go through what the candidate changes, file by file: through at least one changed statement, or through
 * no more on the base either. Code that is only added has to be gone through. Only test files that tell something of
 * the change are run, the item's own first.
 */
export async function checkCoverage(input: StrengthInput, deps: CampaignDeps): Promise<StrengthVerdict> {
  const spec = deps.gates.find(({ name }) => name === input.item.gate);
  const sources = await findChangedSources(input, deps);
  const tracers =
    spec === undefined
      ? []
      : chooseTracers(
          spec,
          sources.map(({ path }) => path),
        );
  const why = findObstacle(spec, tracers, sources, input);
  if (spec === undefined || why !== null)
    return { status: "not-measured", reason: why ?? "there is no such gate" };
  const trace = createTracing({ ...input, spec, tracers }, deps);

  const own = input.item.files.slice(0, MAX_OWN_FILES);
  const first = await trace("candidate", own);
  let open = sources.filter((source) => !isCovered(source.changed, first.get(source.path)));
  if (open.length === 0) return { status: "as-before", reason: describeCovered(sources) };
  if (!isTracing(first, spec, sources)) {
    return { status: "not-measured", reason: "the tests run something else than the files as they are" };
  }
  const others = await findMentioning(open, input);
  const more = await trace("candidate", others);
  open = open.filter((source) => !isCovered(source.changed, more.get(source.path)));
  const isAnyCovered = open.length < sources.length;
  const withBase = open.filter(({ base }) => base.length > 0);
  const before: CoveredLines =
    isAnyCovered && withBase.length > 0 ? await trace("base", [...own, ...others]) : new Map();
  const weaker = open.filter(
    ({ path, base }) => !isAnyCovered || base.length === 0 || isCovered(base, before.get(path)),
  );
  if (weaker.length === 0) return { status: "as-before", reason: describeCovered(sources) };
  const denials = weaker.map(({ path, changed, base }) => ({
    ...{ rule: "strength", file: path, line: changed[0]?.from ?? null },
    reason: `no test goes through the changed lines of ${path}${base.length > 0 && isAnyCovered ? ", and on the base one did" : ""}`,
  }));
  return { status: "weaker", reason: denials.map(({ reason }) => reason).join("; "), denials };
}

function findObstacle(
  spec: GateSpec | undefined,
  tracers: readonly Tracer[],
  sources: readonly ChangedSource[],
  { item }: StrengthInput,
): string | null {
  if (spec === undefined || spec.kind !== "tests") return "the item is of no gate of tests";
  if (tracers.length === 0) return `there is no tracer for ${spec.runner ?? "its runner"}`;
  if (spec.only === undefined && spec.files === undefined)
    return `gate ${spec.name} cannot run one test file`;
  if (item.files.length === 0) return "no test file is known";
  return sources.length === 0 ? "no line of code in a known language is changed" : null;
}

function createTracing(
  input: StrengthInput & { readonly spec: GateSpec; readonly tracers: readonly Tracer[] },
  deps: CampaignDeps,
) {
  const { sandbox, trackedFiles, sources: edits } = input;
  const sources = trackedFiles.filter((path) => !isTestFile(path));
  return async (tree: "base" | "candidate", testFiles: readonly string[]): Promise<CoveredLines> => {
    if (testFiles.length === 0) return new Map();
    await sandbox.reset();
    await sandbox.apply(tree === "base" ? input.judges : [...edits, ...input.judges]);
    deps.onProgress({ phase: "judging", detail: "coverage" });
    return await traceTests({ ...input, testFiles, sources }, deps);
  };
}

function isCovered(ranges: readonly LineRange[], lines: ReadonlySet<number> | undefined): boolean {
  return ranges.some(({ from, to }) => {
    for (let line = from; line <= to; line += 1) if (lines?.has(line)) return true;
    return false;
  });
}

/**
 * Whether the trace shows any source of the kind at all, besides the tests: built or translated code has other places.
 * Where something is built first, only files that are seen themselves can be told of.
 */
function isTracing(covered: CoveredLines, spec: GateSpec, sources: readonly ChangedSource[]): boolean {
  if (sources.some(({ path }) => covered.has(path))) return true;
  const kinds = new Set(sources.map(({ path }) => posix.extname(path)));
  return spec.before.length === 0 && [...covered.keys()].some((path) => kinds.has(posix.extname(path)));
}

/** Other test files whose text names a changed module, in the order of their paths. */
async function findMentioning(
  sources: readonly ChangedSource[],
  { position, item, trackedFiles, sandbox }: StrengthInput,
): Promise<readonly string[]> {
  const stems = sources.map(({ path }) => posix.basename(path).replace(/\.[^.]+$/, ""));
  const known = new Set(position.measurement.results.get(item.gate)?.checks.map(({ file }) => file));
  const found: string[] = [];
  for (const path of trackedFiles) {
    if (found.length === MAX_OTHER_FILES) break;
    if (!known.has(path) || item.files.includes(path)) continue;
    const text = (await sandbox.read(path))?.toString("utf8") ?? "";
    if (stems.some((stem) => text.includes(stem))) found.push(path);
  }
  return found;
}

function describeCovered(sources: readonly ChangedSource[]): string {
  return `tests go through the changed lines of ${sources.map(({ path }) => path).join(", ")}`;
}
