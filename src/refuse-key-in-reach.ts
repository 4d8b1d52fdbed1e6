import { usageError } from "./domain/errors.ts";
import type { OpenModel } from "./open-models.ts";

/**
 * A runner's job holds the model's key in its environment, where code of the same user can read it. Candidate code that
 * is not isolated is such code. Throws the usage error `KEY_IN_REACH`.
 */
export function refuseKeyInReach({
  isolation,
  models,
  environment,
}: {
  readonly isolation: "bubblewrap" | "none";
  readonly models: readonly Pick<OpenModel, "keyVariables">[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}): void {
  if (isolation === "bubblewrap" || (environment.GITHUB_ACTIONS ?? "") === "") return;
  const held = models.flatMap(({ keyVariables = [] }) => keyVariables);
  const variable = held.find((name) => (environment[name] ?? "") !== "");
  if (variable === undefined) return;
  throw usageError({
    code: "KEY_IN_REACH",
    message: `Candidate code is not isolated on this runner, and could read the model's key from ${variable}.`,
    hint: "Leave `isolation` out, so that it is required, or run with `brain: search`, which needs no key.",
  });
}
