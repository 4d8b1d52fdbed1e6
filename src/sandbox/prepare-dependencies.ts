import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createGitCommand } from "../adapters/git-command.ts";
import type { Config } from "../config/schema.ts";
import type { Git, ProcessRunner } from "../ports.ts";
import type { DependencyFolder } from "./dependency-folder.ts";
import { pruneCopies } from "./prune-copies.ts";
import { runSetup } from "./run-setup.ts";
import type { SandboxPlace } from "./sandbox-mounts.ts";
import { shareDependencies } from "./share-dependencies.ts";

/** What dependencies are prepared from. */
export type DependenciesOptions = {
  readonly stateRoot: string;
  readonly config: Config["sandbox"];
  readonly sacred: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Opens a place for set-up to run in. */
  readonly openPlace: () => Promise<SandboxPlace>;
};

/**
 * The dependency folders of all sandboxes: what `sandbox.setup` installs, or else what the user's checkout has, and
 * what `sandbox.share` names. Throws as `runSetup` and `shareDependencies` do.
 */
export async function prepareDependencies(
  { stateRoot, config, sacred, environment, openPlace }: DependenciesOptions,
  deps: { readonly git: Pick<Git, "root" | "listFiles">; readonly processes: ProcessRunner },
): Promise<readonly DependencyFolder[]> {
  const { root } = deps.git;
  const copies = join(stateRoot, "dependencies");
  mkdirSync(copies, { recursive: true });
  const files = await deps.git.listFiles(sacred);
  const hasSetup = config.setup.length > 0;
  const installed = hasSetup ? await runSetup({ config, copies, sacred, files, openPlace }, deps) : [];
  const shared = await shareDependencies(
    { root, copies, config, isDetecting: !hasSetup, trackedFiles: files.map(({ path }) => path) },
    { processes: deps.processes, git: createGitCommand({ dir: root, environment }, deps) },
  );
  const paths = new Set(shared.map(({ path }) => path));
  const dependencies = [...installed.filter(({ path }) => !paths.has(path)), ...shared];
  await pruneCopies({ copies, used: dependencies.map(({ copy }) => copy) }, deps);
  return dependencies;
}
