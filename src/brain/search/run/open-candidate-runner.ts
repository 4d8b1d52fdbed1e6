import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { CandidateRunner } from "./candidate-runner.ts";
import { createPlainRunner } from "./create-plain-runner.ts";
import { createWarmRunner } from "./create-warm-runner.ts";
import { findFuel } from "./find-fuel.ts";
import type { RunWay } from "./open-run-way.ts";
import { readOriginal } from "./read-original.ts";

/** Files whose turns are counted to find out what the base takes. */
const MAX_FUELLED = 5;

/** A runner of candidates for the files that are searched, the most suspected first. */
export async function openCandidateRunner(
  way: Exclude<RunWay, { readonly status: "unsuited" }>,
  searched: readonly string[],
  task: BrainTask,
  deps: Pick<SearchDeps, "runGate">,
): Promise<CandidateRunner> {
  if (way.status === "plain") return createPlainRunner(way.stages, task, deps);
  const files = await Promise.all(
    searched.slice(0, MAX_FUELLED).map((path) => readOriginal(path, task.sandbox)),
  );
  const suspects = files.filter((file) => file !== null);
  return createWarmRunner(way.session, await findFuel(way.session, suspects), task);
}
