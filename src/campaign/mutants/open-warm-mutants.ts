import { warmRunners } from "../../brain/search/warm/registry.ts";
import type { WarmOpenInput, WarmSession } from "../../brain/search/warm/warm-session.ts";
import { checkId, type GateResult, type GateSpec } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";

/** Both cores of the machines that runs are hosted on. */
const WIDTH = 2;

/** A tree whose tests pass, to be run warm. */
export type WarmMutantsInput = {
  readonly spec: GateSpec;
  readonly sandbox: Sandbox;
  readonly base: GateResult;
  readonly sources: readonly string[];
  readonly trackedFiles: readonly string[];
  readonly signal: AbortSignal;
};

/** A session, or why mutants take the plain way. Whoever gets a session closes it. */
export async function openWarmMutants(
  { spec, sandbox, base, sources, trackedFiles, signal }: WarmMutantsInput,
  deps: { readonly parser: SourceParser },
): Promise<{ readonly session: WarmSession | null; readonly reason: string }> {
  const passingChecks = base.checks.filter(({ status }) => status === "passed");
  const files = [...new Set(passingChecks.map(({ file }) => file))];
  const task: WarmOpenInput["task"] = {
    ...{ gate: spec, sandbox, passingChecks, trackedFiles, signal, editableFiles: sources },
    knownFailures: new Set(base.checks.filter(({ status }) => status === "failed").map(checkId)),
    // Nothing is to be mended: the item stands for the tests that have to be run.
    item: {
      ...{ id: "mutants", kind: "failing-test", gate: spec.name, gateKind: spec.kind, title: "mutants" },
      ...{ files, targets: passingChecks.map(checkId), signature: "", evidence: [] },
    },
  };
  const reasons: string[] = [];
  for (const runner of warmRunners.filter((one) => one.suits(spec))) {
    const opening = await runner.open({ task, width: WIDTH }, deps);
    if (opening.status === "open") return { session: opening.session, reason: `${runner.name} is kept warm` };
    reasons.push(`${runner.name}: ${opening.reason}`);
    await sandbox.reset();
  }
  return { session: null, reason: reasons[0] ?? "no warm runner is made for this gate" };
}
