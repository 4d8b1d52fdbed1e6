import path from "node:path";
import { createClock } from "./adapters/clock.ts";
import { createGit } from "./adapters/git.ts";
import { createProcessRunner } from "./adapters/process-runner.ts";
import { loadConfig } from "./config/load-config.ts";
import type { NamedSetting } from "./config/read-environment.ts";
import type { LoadedConfig } from "./config/resolve-config.ts";
import { configSchema } from "./config/schema.ts";
import type { Clock, Git, ProcessRunner } from "./ports.ts";
import { type StatePaths, statePaths } from "./state-paths.ts";

/** Where to look, and what a person asked for. */
export type RepositoryOptions = {
  /** A folder in the repository, absolute or relative to the working directory. */
  readonly repo: string;
  readonly configFile?: string | undefined;
  /** State root; `<git common dir>/nightshift` without one. */
  readonly root?: string | undefined;
  readonly flags: readonly NamedSetting[];
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** A repository with its configuration and the adapters that every command uses. */
export type OpenRepository = {
  readonly git: Git;
  readonly clock: Clock;
  readonly processes: ProcessRunner;
  readonly loaded: LoadedConfig;
  readonly paths: StatePaths;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * Opens a repository and loads its configuration; writes nothing.
 * Throws the usage errors of `createGit` and `loadConfig`.
 */
export async function openRepository(options: RepositoryOptions): Promise<OpenRepository> {
  const { repo, configFile, root, flags, environment } = options;
  const processes = createProcessRunner();
  const defaultPrefix = configSchema.parse({}).branches.prefix;
  const located = await createGit(
    { dir: path.resolve(repo), prefix: defaultPrefix, environment },
    { processes },
  );
  const loaded = await loadConfig({ root: located.root, file: configFile, flags, environment });
  const { prefix } = loaded.config.branches;
  const git =
    prefix === defaultPrefix
      ? located
      : await createGit({ dir: located.root, prefix, environment }, { processes });
  const paths = statePaths(root === undefined ? path.join(git.commonDir, "nightshift") : path.resolve(root));
  return { git, clock: createClock(), processes, loaded, paths, environment };
}
