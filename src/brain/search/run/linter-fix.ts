import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { BrainTask, Proposal } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import { readOriginal } from "./read-original.ts";
import type { Stage } from "./stage.ts";
import { tryCandidate } from "./try-candidate.ts";

/**
 * What the linter's own fixer makes of the file with the findings, if the gate has one and it mends a finding without
 * adding any. A fixer that touches other files too is refused. The sandbox is reset afterwards.
 */
export async function findLinterFix(
  task: BrainTask,
  stages: readonly Stage[],
  deps: SearchDeps,
): Promise<Proposal | null> {
  const { gate, item, sandbox, editableFiles, trackedFiles, signal } = task;
  const [path] = item.files;
  if (gate.fix === undefined || path === undefined || !editableFiles.includes(path)) return null;
  const original = await readOriginal(path, sandbox);
  if (original === null) return null;
  const before = await listStamps(trackedFiles, sandbox.dir);
  // The fixer is run as the gate's own way to run one file; its report and exit code say nothing, the file does.
  const { files: _, ...spec } = gate;
  await deps.runGate({ spec: { ...spec, only: gate.fix }, sandbox, only: { file: path }, signal });
  const fixed = await readOriginal(path, sandbox);
  const after = await listStamps(trackedFiles, sandbox.dir);
  await sandbox.reset();
  const isOthersChanged = trackedFiles.some((file) => file !== path && before.get(file) !== after.get(file));
  if (fixed === null || fixed.content === original.content || isOthersChanged) return null;
  const edits = [{ ...original, content: fixed.content }];
  if (await task.isAvoided(edits)) return null;
  const { verdict } = await tryCandidate({ edits, originals: [original], stages }, task, deps);
  const isMending = verdict === "mends-all" || verdict === "mends-some";
  return isMending
    ? { edits, summary: `apply the fixer of ${gate.name} to ${path}`, origin: "linter-fix" }
    : null;
}

/** Size and time of each file: enough to see what a program wrote to, without reading a repository twice. */
async function listStamps(paths: readonly string[], dir: string): Promise<ReadonlyMap<string, string>> {
  const stamps = new Map<string, string>();
  for (const path of paths) {
    const stats = await lstat(join(dir, path)).catch(() => null);
    stamps.set(path, stats === null ? "absent" : `${stats.size}:${stats.mtimeMs}`);
  }
  return stamps;
}
