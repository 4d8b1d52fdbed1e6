import { checkId, type GateResult } from "../../domain/gate.ts";
import type { GateDeps } from "../../gates/gate-context.ts";
import { canTrace, type TestTrace, type TraceInput, traceTests } from "../strength/trace-tests.ts";

/** A test file, or with the path "" the whole gate: what passes in it, how long it takes, and what it goes through. */
export type TestFile = {
  readonly path: string;
  readonly expected: readonly { readonly file: string; readonly id: string }[];
  readonly baseMs: number;
  /** Null where nothing can be seen; it may go through everything then. */
  readonly trace: TestTrace | null;
};

/** The test files, or why their coverage is not known. */
export type Reach = {
  readonly testFiles: readonly TestFile[];
  /** Null where coverage is known. */
  readonly blindness: string | null;
};

/**
 * What each test file goes through, one run each; where the gate cannot run one file, one run of it all. Only tests
 * that pass here as in `base` are expected to.
 */
export async function measureReach(
  { base, ...input }: TraceInput & { readonly base: GateResult },
  deps: GateDeps & { onProgress(detail: string): void },
): Promise<Reach> {
  const { spec, sources, sandbox } = input;
  const passing = base.checks.filter(({ status }) => status === "passed");
  const files = [...new Set(passing.map(({ file }) => file))].filter((file) => file !== "").sort();
  const canSplit = (spec.only !== undefined || spec.files !== undefined) && files.length > 0;
  const isTraceable = canTrace(spec, sources);
  const expected = passing.map((check) => ({ file: check.file, id: checkId(check) }));
  if (!isTraceable && !canSplit)
    return {
      testFiles: [{ path: "", expected, baseMs: base.durationMs, trace: null }],
      blindness: `there is no tracer for gate ${spec.name}`,
    };
  const testFiles: TestFile[] = [];
  for (const [at, path] of (canSplit ? files : [""]).entries()) {
    deps.onProgress(
      `coverage of ${path === "" ? spec.name : path} (${at + 1}/${canSplit ? files.length : 1})`,
    );
    await sandbox.reset();
    const trace = await traceTests(path === "" ? null : path, input, deps);
    const seen = new Set(
      trace.result.checks.filter(({ status }) => status === "passed").map((check) => checkId(check)),
    );
    const own = expected.filter(({ file, id }) => (path === "" || file === path) && seen.has(id));
    const baseMs = trace.result.durationMs;
    testFiles.push({ path, expected: own, baseMs, trace: isTraceable && !trace.isCutShort ? trace : null });
  }
  await sandbox.reset();
  return { testFiles, blindness: findBlindness(testFiles, spec.name, isTraceable) };
}

/** Traces that show no source at all say nothing of any: what runs may be built, or elsewhere. */
function findBlindness(testFiles: readonly TestFile[], gate: string, isTraceable: boolean): string | null {
  if (!isTraceable) return `there is no tracer for gate ${gate}`;
  const isSeen = testFiles.some(({ trace }) => trace !== null && trace.lines.size + trace.functions.size > 0);
  return isSeen ? null : "what the tests run cannot be matched with the files as they are";
}
