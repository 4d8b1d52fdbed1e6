import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { Canary } from "../../gates/canary/canary.ts";
import { planCanary } from "../../gates/canary/plan-canary.ts";
import { type CanaryVerdict, readCanary } from "../../gates/canary/read-canary.ts";
import type { OpenedGate } from "../../gates/run-gates.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { judgedEnvironment } from "./judged-environment.ts";

/** Whether a gate's canary was tried out on the base, where it has to change nothing, and how it is planted. */
export type CanaryFitness =
  | { readonly status: "fit"; readonly placement?: Canary["placement"] }
  | { readonly status: "impossible"; readonly reason: string };

/** What a run's canary says; `none` where the gate runs no tests or nobody asked for one. */
export type CanaryReport =
  | { readonly status: "none" }
  | { readonly status: "impossible"; readonly reason: string }
  | CanaryVerdict;

/** What planting needs to know. */
export type CanaryPlanting = {
  /** What each gate gave on the base. */
  readonly results: ReadonlyMap<string, GateResult>;
  /** A gate that is missing has not been tried out yet. */
  readonly fitness: ReadonlyMap<string, CanaryFitness>;
  /** Modules that the canary loads, as far as tests can. */
  readonly changedPaths: readonly string[];
};

/** Plants canaries in the gates of one tree, one gate after the other, and reads what became of them. */
export type CanaryTrial = {
  /** Plants a canary where one is possible, for one run; disposing takes it out again. */
  open(spec: GateSpec): Promise<OpenedGate>;
  /** The result as it is without the canary of the run, and what the canary says. */
  read(result: GateResult): { readonly result: GateResult; readonly canary: CanaryReport };
  /** Paths that planting has written. */
  readonly paths: ReadonlySet<string>;
};

/** Begins a trial on the tree in the sandbox. Without `planting` no canary is planted. */
export function createCanaryTrial(
  planting: CanaryPlanting | null,
  { sandbox, trackedFiles }: { readonly sandbox: Sandbox; readonly trackedFiles: readonly string[] },
): CanaryTrial {
  const paths = new Set<string>();
  let planted: Canary | null = null;
  let missing: CanaryReport = { status: "none" };

  async function plan(spec: GateSpec): Promise<Canary | null> {
    missing = { status: "none" };
    const base = planting?.results.get(spec.name);
    if (planting === null || spec.kind !== "tests" || base === undefined || base.status === "error")
      return null;
    const known = planting.fitness.get(spec.name);
    if (known?.status === "impossible") {
      missing = known;
      return null;
    }
    const placement = known?.placement === undefined ? {} : { placement: known.placement };
    const { changedPaths } = planting;
    const found = await planCanary({ spec, base, changedPaths, sandbox, trackedFiles, ...placement });
    if (found.status === "planned") return found.canary;
    const { reason } = found;
    // What could be planted in the base, and can be no more, is the candidate's doing.
    missing =
      known === undefined
        ? found
        : {
            status: "tampered",
            reason: `a planted test that fits the base has no place any more: ${reason}`,
          };
    return null;
  }

  return {
    paths,
    async open(spec) {
      const canary = await plan(spec);
      planted = canary;
      if (canary === null) return { run: { env: judgedEnvironment }, async [Symbol.asyncDispose]() {} };
      for (const { path } of [...canary.edits, ...canary.undo]) paths.add(path);
      await sandbox.apply(canary.edits);
      return {
        run: { env: judgedEnvironment, canary },
        [Symbol.asyncDispose]: () => sandbox.apply(canary.undo),
      };
    },
    read(result) {
      const [canary, report] = [planted, missing];
      // A gate whose builds fail is read without having been opened.
      planted = null;
      missing = { status: "none" };
      if (canary === null) return { result, canary: report };
      const { result: own, verdict } = readCanary(result, canary);
      return { result: own, canary: verdict };
    },
  };
}
