import { realpathSync, statSync, utimesSync } from "node:fs";
import { join, posix } from "node:path";
import type { GitCommand } from "../adapters/git-command.ts";
import type { Config } from "../config/schema.ts";
import { usageError } from "../domain/errors.ts";
import type { ProcessRunner } from "../ports.ts";
import { copyFolder } from "./copy-folder.ts";
import type { DependencyFolder } from "./dependency-folder.ts";
import { digestDependencies } from "./digest-dependencies.ts";
import { findDependencyFolders } from "./find-dependency-folders.ts";
import { makeWritableParts } from "./writable-parts.ts";

/** Where dependencies come from. */
export type SharedDependenciesOptions = {
  /** Root of the user's checkout. */
  readonly root: string;
  /** Folder of all copies, absolute. */
  readonly copies: string;
  readonly config: Pick<Config["sandbox"], "share" | "writable">;
  /** Whether dependency folders are looked for, besides those that are configured. */
  readonly isDetecting: boolean;
  /** Paths of all files of sacred. */
  readonly trackedFiles: readonly string[];
};

/**
 * Copies the dependency folders of the user's checkout, each once for as long as it stays the same. Throws
 * `SHARED_FOLDER_TRACKED` for a folder of `sandbox.share` that git tracks files in, since the copy would hide what a
 * candidate changes there, `SHARED_FOLDER_OUTSIDE`, and `DEPENDENCIES_NOT_COPIED`.
 */
export async function shareDependencies(
  { root, copies, config, isDetecting, trackedFiles }: SharedDependenciesOptions,
  deps: { readonly git: Pick<GitCommand, "text">; readonly processes: ProcessRunner },
): Promise<readonly DependencyFolder[]> {
  const configured = config.share.map(checkRelative);
  const detected = isDetecting ? await findDependencyFolders(deps) : [];
  const isTracked = (folder: string) => trackedFiles.some((file) => file.startsWith(`${folder}/`));
  for (const folder of configured.filter(isTracked)) throw refuseTracked(folder);

  const paths = keepOutermost([...configured, ...detected.filter((folder) => !isTracked(folder))]);
  const folders: DependencyFolder[] = [];
  for (const path of paths.filter((path) => isFolder(join(root, path)))) {
    const copy = join(copies, await digestDependencies(root, path));
    await copyFolder({ from: realpathSync(join(root, path)), to: copy }, deps);
    // The time says when a copy was last of use, so that old ones can go.
    utimesSync(copy, new Date(), new Date());
    folders.push({ path, copy, writable: makeWritableParts({ path, copy }, config.writable) });
  }
  return folders;
}

function keepOutermost(paths: readonly string[]): readonly string[] {
  const unique = [...new Set(paths)].sort();
  return unique.filter((path) => !unique.some((other) => path.startsWith(`${other}/`)));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function checkRelative(folder: string): string {
  const path = posix.normalize(folder).replace(/\/+$/, "");
  if (path !== "." && path !== ".." && !path.startsWith("../") && !path.startsWith("/")) return path;
  throw usageError({
    code: "SHARED_FOLDER_OUTSIDE",
    message: `sandbox.share: ${JSON.stringify(folder)} is no folder in the repository.`,
    hint: "Name folders relative to the repository's root.",
  });
}

function refuseTracked(folder: string): Error {
  return usageError({
    code: "SHARED_FOLDER_TRACKED",
    message: `sandbox.share: ${JSON.stringify(folder)} holds files that git tracks.`,
    hint: "Share ignored folders alone: a shared folder would hide what a candidate changes in it.",
  });
}
