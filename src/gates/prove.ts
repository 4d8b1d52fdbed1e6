import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { compareGate } from "./compare.ts";
import type { GateDeps } from "./gate-context.ts";
import { type Breakage, planBreakage } from "./plan-breakage.ts";
import { runGate } from "./run-gate.ts";

/** Whether a gate has shown that it can fail, and by which file. */
export type GateProof = {
  readonly gate: string;
  readonly status: "proven" | "unproven";
  /** The source file whose syntax was broken last, by itself; "" where none had to be, or none could be. */
  readonly file: string;
  readonly reason: string;
};

/** Sources to break, the most telling first: those that tests import. */
export type ProofInput = {
  readonly spec: GateSpec;
  /** At the base's tree; each file is put back, but what the gate wrote stays. */
  readonly sandbox: Sandbox;
  readonly baseResult: GateResult;
  readonly sources: readonly string[];
  /** Ids that prove nothing by changing, since they do so by themselves. */
  readonly setAside?: ReadonlySet<string>;
  /** Instead of the one in `GateDeps`. */
  readonly signal?: AbortSignal;
};

/** Files that are broken one at a time. */
const MAX_FILES = 3;
/** Files that are broken all at once. */
const MAX_FILES_AT_ONCE = 2_000;

/**
 * Breaks the syntax of up to three source files, one at a time, and runs the gate: it has to get worse than it was.
 * A gate that stays as it was may cover another corner of the repository, so in the end all sources (at most 2,000)
 * are broken at once. One that stays as it was even then says nothing about them; perhaps it runs another copy.
 *
 * A gate with failures and nothing that passes has shown that it can fail, and has nothing left to lose. One that is
 * partly red still has to lose what passes, since its failures may come from another copy too.
 *
 * Throws the signal's reason when it is stopped, since a stopped run proves nothing.
 */
export async function proveGate(input: ProofInput, deps: GateDeps): Promise<GateProof> {
  const { spec, sandbox, baseResult, sources } = input;
  const gate = spec.name;
  if (baseResult.status === "error") {
    return { gate, status: "unproven", file: "", reason: `it gives no result: ${baseResult.reason}` };
  }
  if (baseResult.checks.length > 0 && baseResult.checks.every(({ status }) => status !== "passed")) {
    return { gate, status: "proven", file: "", reason: "it fails already, and nothing in it passes" };
  }
  const tried: string[] = [];
  for (const file of sources) {
    if (tried.length === MAX_FILES) break;
    const breakage = await planBreakage(file, sandbox);
    if (breakage === null) continue;
    tried.push(file);
    const reaction = await findReaction([breakage], input, deps);
    if (reaction !== null) {
      return { gate, status: "proven", file, reason: `broken syntax in ${file} turns it ${reaction}` };
    }
  }
  const file = tried.at(-1) ?? "";
  if (file === "") return { gate, status: "unproven", file, reason: "there is no source file to break" };
  const all = tried.length < MAX_FILES ? [] : await planBreakages(sources, sandbox);
  const reaction = all.length > tried.length ? await findReaction(all, input, deps) : null;
  if (reaction !== null) {
    const reason = `broken syntax in all ${all.length} source files turns it ${reaction}`;
    return { gate, status: "proven", file, reason };
  }
  const where = all.length > tried.length ? `all ${all.length} source files` : tried.join(", ");
  const reason = `it stays as it was with broken syntax in ${where}; it may not run the code in the sandbox`;
  return { gate, status: "unproven", file, reason };
}

async function planBreakages(
  sources: readonly string[],
  sandbox: ProofInput["sandbox"],
): Promise<readonly Breakage[]> {
  const breakages: Breakage[] = [];
  for (const file of sources) {
    if (breakages.length === MAX_FILES_AT_ONCE) break;
    const breakage = await planBreakage(file, sandbox);
    if (breakage !== null) breakages.push(breakage);
  }
  return breakages;
}

/** What the broken tree turns the gate to, and why; null when it is no worse. */
async function findReaction(
  breakages: readonly Breakage[],
  input: ProofInput,
  deps: GateDeps,
): Promise<string | null> {
  const { spec, sandbox, baseResult, setAside = new Set<string>(), signal = deps.signal } = input;
  try {
    await sandbox.apply(breakages.map(({ broken }) => broken));
    const candidate = await runGate(
      { spec: shorten(spec), sandbox },
      { ...deps, ...(signal ? { signal } : {}) },
    );
    // A run that was stopped is an error too, but not because of the broken file.
    signal?.throwIfAborted();
    // Nor does it say anything of the file where it took too long or was killed: the machine may be busy.
    if (candidate.status === "error" && candidate.exitCode === null) return null;
    const { status, reason } = compareGate({
      spec,
      base: baseResult,
      candidate,
      isStrict: false,
      setAside,
      proof: undefined,
    });
    return status === "green" ? null : `${status}: ${reason}`;
  } finally {
    await sandbox.apply(breakages.map(({ original }) => original));
  }
}

/** A broken benchmark prints no number in its first run. */
function shorten(spec: GateSpec): GateSpec {
  return spec.benchmark === undefined ? spec : { ...spec, benchmark: { ...spec.benchmark, repeats: 1 } };
}
