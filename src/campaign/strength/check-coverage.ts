import { posix } from "node:path";
import type { GateSpec } from "../../domain/gate.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { type ChangedSource, findChangedSources } from "./find-changed-sources.ts";
import type { Statement } from "./find-statements.ts";
import type { StrengthInput } from "./strength-input.ts";
import type { StrengthVerdict } from "./strength-verdict.ts";
import { canTrace, type TestTrace, type TraceInput, traceTests } from "./trace-tests.ts";

/** Test files that are traced one by one: those of the item, and others that name a changed file. */
const MAX_OWN_FILES = 3;
const MAX_OTHER_FILES = 5;

/** What is changed in one function, or outside of all functions of a file. */
type ChangedPart = {
  readonly path: string;
  /** "" outside of functions, and where the function has no name. */
  readonly name: string;
  readonly statements: readonly Statement[];
};

/**
 * Whether tests go through what the candidate changes: in each function that it changes through at least one of the
 * changed statements. Only test files that tell something of the change are run, the item's own first; the whole gate
 * runs only before a refusal, and not where it has run twice already. Where nothing can be seen of the candidate's runs,
 * and the base's can be traced, that is its own doing, and a refusal.
 */
export async function checkCoverage(input: StrengthInput, deps: CampaignDeps): Promise<StrengthVerdict> {
  const { item, sandbox, sources, judges } = input;
  const spec = deps.gates.find(({ name }) => name === item.gate);
  const changed = await findChangedSources(input, deps);
  const obstacle = findObstacle(spec, changed, input);
  if (spec === undefined || obstacle !== null) return { status: "not-measured", reason: obstacle ?? "" };
  const known = { ...input, spec, sources: input.trackedFiles.filter((path) => !isTestFile(path)) };
  let open = changed.flatMap(splitByFunction);
  let isTraced = false;
  const own = listTestFiles(input).slice(0, MAX_OWN_FILES);
  const whole = judges.length === 0 ? [null] : [];
  for (const file of [...own, ...(await findMentioning(changed, input)), ...whole]) {
    await sandbox.reset();
    await sandbox.apply([...sources, ...judges]);
    deps.onProgress({ phase: "judging", detail: "coverage" });
    const trace = await traceTests(file, known, deps);
    isTraced ||= seesKind(trace, spec, changed);
    if (trace.isCutShort)
      return await explainBlindness("tests take too long to be traced", { known, changed, own }, deps);
    open = open.filter((part) => !isCovered(part, trace));
    if (open.length === 0) break;
  }
  const paths = changed.map(({ path }) => path).join(", ");
  if (open.length === 0)
    return { status: "as-before", reason: `tests go through what is changed in ${paths}` };
  if (!isTraced) {
    const reason = "what the tests run cannot be matched with the files as they are";
    return await explainBlindness(reason, { known, changed, own }, deps);
  }
  const denials = open.map(({ path, name, statements }) => {
    const reason = `no test goes through what is changed in ${name === "" ? path : `${name} (${path})`}`;
    return { rule: "strength", file: path, line: statements[0]?.from ?? null, reason };
  });
  return { status: "weaker", reason: denials.map(({ reason }) => reason).join("; "), denials };
}

/** A trace may be impossible here, or may be what the candidate prevents: the base tells which. */
async function explainBlindness(
  reason: string,
  {
    known,
    changed,
    own,
  }: {
    readonly known: TraceInput;
    readonly changed: readonly ChangedSource[];
    readonly own: readonly string[];
  },
  deps: CampaignDeps,
): Promise<StrengthVerdict> {
  await known.sandbox.reset();
  const onBase = await traceTests(own[0] ?? null, known, deps);
  if (onBase.isCutShort || !seesKind(onBase, known.spec, changed)) return { status: "not-measured", reason };
  const why = `${reason}, though those of the base can be traced`;
  return {
    status: "weaker",
    reason: why,
    denials: changed.map(({ path }) => ({ rule: "strength", file: path, line: null, reason: why })),
  };
}

function findObstacle(
  spec: GateSpec | undefined,
  changed: readonly ChangedSource[],
  input: StrengthInput,
): string | null {
  if (spec?.kind !== "tests" || listTestFiles(input).length === 0) return "the item names no test file";
  if (changed.length === 0) return "no line of code in a known language is changed";
  const paths = changed.map(({ path }) => path);
  if (!canTrace(spec, paths)) return `there is no tracer for ${spec.runner ?? "its runner"}`;
  if (spec.only === undefined && spec.files === undefined)
    return `gate ${spec.name} cannot run one test file`;
  return null;
}

function listTestFiles({ item }: StrengthInput): readonly string[] {
  return item.files.filter((file) => file !== "");
}

/** A function's head is executed where it is declared, and counts only where nothing else is changed in it. */
function splitByFunction({ path, changed }: ChangedSource): readonly ChangedPart[] {
  return [...Map.groupBy(changed, ({ owner }) => owner).values()].map((statements) => {
    const inside = statements.filter(({ isHead }) => !isHead);
    const name = statements[0]?.name ?? "";
    return { path, name, statements: inside.length > 0 ? inside : statements };
  });
}

function isCovered({ path, name, statements }: ChangedPart, { lines, functions }: TestTrace): boolean {
  const covered = lines.get(path);
  if (covered === undefined)
    return name === "" ? functions.has(path) : functions.get(path)?.has(name) === true;
  return statements.some(({ from, to }) => {
    for (let line = from; line <= to; line += 1) if (covered.has(line)) return true;
    return false;
  });
}

/**
 * Whether the trace shows any source of the kind at all: built code has other places. Where something is built first,
 * only files that are seen themselves can be told of.
 */
function seesKind(
  { lines, functions }: TestTrace,
  spec: GateSpec,
  changed: readonly ChangedSource[],
): boolean {
  const seen = [...lines.keys(), ...functions.keys()];
  if (changed.some(({ path }) => seen.includes(path))) return true;
  const kinds = new Set(changed.map(({ path }) => posix.extname(path)));
  return spec.before.length === 0 && seen.some((path) => kinds.has(posix.extname(path)));
}

/** Other test files whose text names a changed module, in the order of their paths. */
async function findMentioning(
  changed: readonly ChangedSource[],
  { position, item, trackedFiles, sandbox }: StrengthInput,
): Promise<readonly string[]> {
  const stems = changed.map(({ path }) => posix.basename(path).replace(/\.[^.]+$/, ""));
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
