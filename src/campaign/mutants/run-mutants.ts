import type { GateResult } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { mutate } from "./choose-mutants.ts";
import type { MutationDeps, MutationInput } from "./measure-mutants.ts";
import type { Mutant } from "./mutant.ts";
import type { MutationReport } from "./mutation-report.ts";
import { openWarmMutants } from "./open-warm-mutants.ts";
import type { MutantEnd } from "./read-mutant-run.ts";
import type { OriginalSource } from "./read-sites.ts";
import { runMutant } from "./run-mutant.ts";
import { type ReachedMutant, runWarmMutants } from "./run-warm-mutants.ts";

type Input = Pick<MutationInput, "spec" | "trackedFiles"> & {
  /** Mutants that tests go through. */
  readonly open: readonly ReachedMutant[];
  readonly originals: readonly OriginalSource[];
  readonly base: GateResult;
  readonly sandbox: Sandbox;
};

/**
 * How mutants fare: first in a warm session, where one opens, and what it cannot tell by the gate itself in two trees
 * side by side.
 */
export async function runMutants(
  input: Input,
  deps: MutationDeps,
): Promise<{ readonly ends: ReadonlyMap<Mutant, MutantEnd>; readonly way: MutationReport["way"] }> {
  const { open, originals, sandbox } = input;
  const ends = new Map<Mutant, MutantEnd>();
  if (open.length === 0) return { ends, way: { kind: "plain", reason: "there is nothing to run" } };
  const set = (mutant: Mutant, end: MutantEnd): void => {
    ends.set(mutant, end);
    deps.onProgress(`mutants: ${ends.size} of ${open.length}`);
    deps.signal.throwIfAborted();
  };
  const sources = originals.map(({ path }) => path);
  const { session, reason } = await openWarmMutants({ ...input, sources, signal: deps.signal }, deps);
  if (session !== null) {
    await using warm = session;
    let at = 0;
    for await (const end of runWarmMutants(open, originals, warm)) {
      const mutant = open[at]?.mutant;
      if (end !== null && mutant !== undefined) set(mutant, end);
      at += 1;
    }
  }
  const left = open.filter(({ mutant }) => !ends.has(mutant));
  await using other = left.length > 1 ? await deps.openSandbox("second") : null;
  const waiting = left.values();
  const work = async (tree: Sandbox): Promise<void> => {
    for (const reached of waiting)
      set(reached.mutant, await runPlainly(reached, { ...input, sandbox: tree }, deps));
  };
  await Promise.all([sandbox, ...(other === null ? [] : [other])].map(work));
  return { ends, way: { kind: session === null ? "plain" : "warm", reason } };
}

function runPlainly(
  { mutant, reaching }: ReachedMutant,
  { spec, trackedFiles, originals, sandbox }: Input,
  deps: MutationDeps,
): Promise<MutantEnd> {
  const isWhole = reaching.some(({ path }) => path === "");
  const own = originals.filter(({ path }) => path === mutant.path);
  return runMutant(
    {
      ...{ spec, sandbox, trackedFiles, endsAtKill: true, maxRuns: 1 },
      edits: mutate(own, mutant),
      files: isWhole ? null : reaching.map(({ path }) => path),
      expected: reaching.flatMap((file) => file.expected),
      baseMs: Math.max(...reaching.map((file) => file.baseMs)),
    },
    deps,
  );
}
