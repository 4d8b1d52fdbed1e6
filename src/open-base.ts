import path from "node:path";
import { createClock } from "./adapters/clock.ts";
import { createGit } from "./adapters/git.ts";
import { createProcessRunner } from "./adapters/process-runner.ts";
import { configSchema } from "./config/schema.ts";
import { usageError } from "./domain/errors.ts";
import type { OpenRepository } from "./open-repository.ts";
import { readTrustedConfig } from "./read-trusted-config.ts";
import { statePaths } from "./state-paths.ts";

/** A clone, and the commit in it that decides. */
export type OpenBaseInput = {
  /** A folder in the clone. */
  readonly repo: string;
  /** A revision; null: what is checked out. */
  readonly base: string | null;
  /** State root; null: `<git common dir>/nightshift/verify`. */
  readonly root: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * Opens a clone with the configuration that its base commit has: neither the work tree's file nor a flag nor a variable
 * counts, since publish is told the digest of that file alone. A shallow clone will do. Throws the usage errors
 * of `createGit` and `readTrustedConfig`, and `BASE_UNKNOWN`.
 */
export async function openBase(
  input: OpenBaseInput,
): Promise<{ readonly base: string; readonly repository: OpenRepository }> {
  const { repo, environment } = input;
  const processes = createProcessRunner();
  const dir = path.resolve(repo);
  const defaultPrefix = configSchema.parse({}).branches.prefix;
  const located = await createGit({ dir, prefix: defaultPrefix, environment }, { processes });
  const base = await located.resolveCommit(input.base ?? "HEAD");
  if (base === null)
    throw usageError({
      code: "BASE_UNKNOWN",
      message: `There is no commit ${input.base ?? "checked out"} in ${located.root}.`,
      hint: "Fetch the commit that the campaign started from, or name it with --base.",
    });
  const loaded = await readTrustedConfig(
    { commit: base, configFile: undefined, environment: {} },
    { git: located },
  );
  const { prefix } = loaded.config.branches;
  const git =
    prefix === defaultPrefix ? located : await createGit({ dir, prefix, environment }, { processes });
  const root =
    input.root === null ? path.join(git.commonDir, "nightshift", "verify") : path.resolve(input.root);
  return {
    base,
    repository: { git, clock: createClock(), processes, loaded, paths: statePaths(root), environment },
  };
}
