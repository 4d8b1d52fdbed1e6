import path from "node:path";
import { checkInstalled } from "./config/detect/check-installed.ts";
import { createInstalledCheck } from "./config/detect/create-installed-check.ts";
import { type DetectedGates, detectGates } from "./config/detect/detect-gates.ts";
import { readProject } from "./config/detect/read-project.ts";
import { resolveGates } from "./config/resolve-gates.ts";
import type { OpenRepository } from "./open-repository.ts";
import { cleanPath } from "./sandbox/clean-path.ts";

/**
 * The gates of a repository at a commit: the configured ones, or without any the detected ones, with a line about each
 * for people. Throws the usage errors of detection, and `GATE_NOT_INSTALLED` for a configured gate.
 */
export async function findGates(
  { git, loaded, processes, environment }: OpenRepository,
  commit: string,
): Promise<DetectedGates> {
  const project = await readProject(commit, { git });
  const searchPath = cleanPath(environment.PATH).join(path.delimiter);
  const isInstalled = createInstalledCheck({ root: git.root, searchPath }, { processes });
  if (loaded.config.gates.length === 0) return detectGates({ project, isInstalled });
  const gates = resolveGates(loaded.config.gates, loaded);
  await checkInstalled(gates, { project, isInstalled });
  const written = new Map(loaded.config.gates.map(({ name, command }) => [name, command]));
  return {
    gates,
    written,
    notes: gates.map(({ name, kind }) => `${name}: ${kind}, from ${loaded.path ?? "the configuration"}`),
  };
}
