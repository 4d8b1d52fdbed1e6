import type { FileEdit } from "../../domain/candidate.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import { findCalls } from "./find-calls.ts";
import { findTargets, type ProbeTarget } from "./find-targets.ts";
import { generateInputs } from "./generate-inputs.ts";
import type { ProbeValue } from "./probe-value.ts";

/** Inputs of one function; each is called twice for each candidate. */
const INPUTS = 24;

/** A function and the argument lists to call it with. */
export type PlannedTarget = Pick<ProbeTarget, "path" | "name" | "runtime"> & {
  readonly inputs: readonly (readonly ProbeValue[])[];
};

/** What to call, or why there is nothing to call. */
export type ProbePlan =
  | {
      readonly status: "planned";
      readonly targets: readonly PlannedTarget[];
      /** Argument lists that come from tests as they are. */
      readonly known: number;
    }
  | { readonly status: "not-planned"; readonly reason: string };

/** What a plan is made of. */
export type ProbePlanInput = {
  readonly candidates: readonly (readonly FileEdit[])[];
  /** Test files, for the arguments in them. */
  readonly tests: readonly { readonly path: string; readonly text: string }[];
};

/** Plans the calls that candidates are compared by. The same random numbers give the same plan. */
export async function planProbe(
  { candidates, tests }: ProbePlanInput,
  deps: {
    readonly parser: SourceParser;
    readBase(path: string): Promise<string | null>;
    random(): number;
  },
): Promise<ProbePlan> {
  const found = await findTargets(candidates, deps);
  if (found.length === 0)
    return {
      status: "not-planned",
      reason: "no exported function is in the files that the candidates change",
    };
  const parsed = await Promise.all(tests.map(({ path, text }) => deps.parser.parse(path, text)));
  const sources = parsed.flatMap((outcome) => (outcome.status === "parsed" ? [outcome.source] : []));
  let known = 0;
  const targets = found.map(({ parameters, ...target }) => {
    const calls = sources.flatMap((source) => findCalls(target.name, source)).slice(0, INPUTS / 2);
    known += calls.length;
    return { ...target, inputs: generateInputs({ calls, parameters, count: INPUTS, random: deps.random }) };
  });
  return { status: "planned", targets, known };
}
