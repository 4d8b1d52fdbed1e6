import { quickEnvironment } from "../../brain/search/run/plan-stages.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { MethodTask } from "../method.ts";

/** Runs gates in the brain's sandbox, on the base and on edits of it. */
export type QuickRunner = {
  /** Once for each gate. */
  runBase(spec: GateSpec): Promise<GateResult>;
  runEdited(spec: GateSpec, edits: readonly FileEdit[]): Promise<GateResult>;
};

/** A runner that resets the sandbox before each run, and leaves it as the run did. */
export function createQuickRunner({
  brainTask: { sandbox },
  runGate,
}: Pick<MethodTask, "brainTask" | "runGate">): QuickRunner {
  const known = new Map<string, GateResult>();
  const runEdited = async (spec: GateSpec, edits: readonly FileEdit[]): Promise<GateResult> => {
    await sandbox.reset();
    await sandbox.apply(edits);
    return runGate({ spec, sandbox, env: quickEnvironment });
  };
  return {
    runEdited,
    runBase: async (spec) => {
      const result = known.get(spec.name) ?? (await runEdited(spec, []));
      known.set(spec.name, result);
      return result;
    },
  };
}
