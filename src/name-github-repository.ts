import { usageError } from "./domain/errors.ts";
import type { RepositoryName } from "./github-port.ts";

/** `owner/name` at the end of a remote's address, whichever form that has. */
const remote = /[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/;
const plain = /^([\w.-]+)\/([\w.-]+)$/;

/**
 * The repository on GitHub that is meant: as told, as the environment of a workflow says, or as the remote `origin` has
 * it. Pure. Throws the usage error `REPOSITORY_UNKNOWN`.
 */
export function nameGitHubRepository({
  told,
  environment,
  origin,
}: {
  readonly told: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly origin: string;
}): RepositoryName {
  const given = told ?? environment.GITHUB_REPOSITORY ?? "";
  const [, owner, name] = (given === "" ? remote.exec(origin.trim()) : plain.exec(given)) ?? [];
  if (owner !== undefined && name !== undefined) return { owner, name };
  throw usageError({
    code: "REPOSITORY_UNKNOWN",
    message:
      given === ""
        ? "No repository on GitHub is known: there is no remote `origin`."
        : `${given} is no owner/name.`,
    hint: "Name it: `nightshift doctor --github owner/name`.",
  });
}
