import type { FileEdit } from "../domain/candidate.ts";
import type { Reproduction } from "../methods/method.ts";
import type { MethodInput } from "./build-method-task.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/** Runs tests that were written for an item on the base, and gives the task on the base with them where they are red. */
export async function reproduce(
  _tests: readonly FileEdit[],
  _input: MethodInput,
  _deps: CampaignDeps,
): Promise<Reproduction> {
  return { status: "refused", reason: "tests cannot be tried yet" };
}
