import { listSecretNames } from "./adapters/list-secrets.ts";
import { usageError } from "./domain/errors.ts";

/** What the runner gives to every action written in JavaScript: with it this run's artifacts are written, and no more. */
const ofRunner = "ACTIONS_RUNTIME_TOKEN";

/**
 * The environment without what the runner itself puts there, so that not even that is handed on. Throws
 * `SECRETS_IN_REACH` with the names of all other variables that look secret: who verifies holds none, so that code which
 * breaks out of its sandbox finds none.
 */
export function refuseSecrets(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const { [ofRunner]: _, ...rest } = environment;
  const names = listSecretNames(rest);
  if (names.length === 0) return rest;
  const [first] = names;
  throw usageError({
    code: "SECRETS_IN_REACH",
    message: `Verify runs where no secret is, and its environment holds ${names.join(", ")}.`,
    hint: `Take them away from this step, as with \`env -u ${first}\`, and give its job \`permissions: contents: read\` alone.`,
  });
}
