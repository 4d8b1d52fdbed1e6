import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { FileEdit } from "../domain/candidate.ts";
import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { breakSyntax } from "./break-syntax.ts";
import { compareGate } from "./compare.ts";
import type { GateDeps } from "./gate-context.ts";
import { runGate } from "./run-gate.ts";

/** Whether a gate has shown that it can fail, and by which file. */
export type GateProof = {
  readonly gate: string;
  readonly status: "proven" | "unproven";
  /** The source file whose syntax was broken last; "" where none had to be, or none could be. */
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

const MAX_FILES = 3;

/**
 * Breaks the syntax of up to three source files, one at a time, and runs the gate: it has to get worse than it was.
 * A gate that stays as it was says nothing about these sources; perhaps it runs another copy of them.
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
    const reason = await findReaction(breakage, input, deps);
    if (reason !== null) return { gate, status: "proven", file, reason };
  }
  const reason =
    tried.length === 0
      ? "there is no source file to break"
      : `it stays as it was with broken syntax in ${tried.join(", ")}; it may not run the code in the sandbox`;
  return { gate, status: "unproven", file: tried.at(-1) ?? "", reason };
}

/** Why the gate is worse on the broken tree, or null when it is not. */
async function findReaction(breakage: Breakage, input: ProofInput, deps: GateDeps): Promise<string | null> {
  const { spec, sandbox, baseResult, setAside = new Set<string>(), signal = deps.signal } = input;
  await sandbox.apply([breakage.broken]);
  try {
    const candidate = await runGate(
      { spec: shorten(spec), sandbox },
      { ...deps, ...(signal ? { signal } : {}) },
    );
    // A run that was stopped is an error too, but not because of the broken file.
    signal?.throwIfAborted();
    const { status, reason } = compareGate({
      spec,
      base: baseResult,
      candidate,
      isStrict: false,
      setAside,
      proof: undefined,
    });
    return status === "green"
      ? null
      : `broken syntax in ${breakage.broken.path} turns it ${status}: ${reason}`;
  } finally {
    await sandbox.apply([breakage.original]);
  }
}

/** A broken benchmark prints no number in its first run. */
function shorten(spec: GateSpec): GateSpec {
  return spec.benchmark === undefined ? spec : { ...spec, benchmark: { ...spec.benchmark, repeats: 1 } };
}

type Breakage = { readonly original: FileEdit; readonly broken: FileEdit };

/** Null for what cannot be broken and put back exactly: links, other encodings, languages without syntax. */
async function planBreakage(path: string, sandbox: Pick<Sandbox, "dir" | "read">): Promise<Breakage | null> {
  const state = await lstat(join(sandbox.dir, path)).catch(() => null);
  const content = state?.isFile() ? await sandbox.read(path) : null;
  if (state === null || content === null) return null;
  const source = content.toString("utf8");
  const broken = Buffer.from(source).equals(content) ? breakSyntax(path, source) : null;
  if (broken === null) return null;
  const mode = (state.mode & 0o100) === 0 ? "100644" : "100755";
  return { original: { path, mode, content: source }, broken: { path, mode, content: broken } };
}
