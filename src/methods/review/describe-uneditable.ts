import { posix } from "node:path";
import type { BrainTask } from "../../brain/brain.ts";

/** A line for each path of a plan that may not be edited, with the reason. Pure. */
export function describeUneditable(
  paths: readonly string[],
  task: Pick<BrainTask, "editableFiles" | "trackedFiles" | "protectionOf">,
): readonly string[] {
  const editable = new Set(task.editableFiles);
  const tracked = new Set(task.trackedFiles);
  return paths.flatMap((path) => {
    const reason = findReason(path, { ...task, editable, tracked });
    return reason === null ? [] : [`${path} may not be edited: ${reason}.`];
  });
}

function findReason(
  path: string,
  {
    editable,
    tracked,
    protectionOf,
  }: Pick<BrainTask, "protectionOf"> & {
    readonly editable: ReadonlySet<string>;
    readonly tracked: ReadonlySet<string>;
  },
): string | null {
  if (editable.has(path)) return null;
  const normal = posix.normalize(path);
  if (posix.isAbsolute(path) || normal === ".." || normal.startsWith("../") || path.includes("\\"))
    return "it lies outside of the repository";
  const protection = protectionOf(normal);
  if (protection !== null) return `it is protected, ${protection.reason}`;
  return tracked.has(normal) && !editable.has(normal) ? "it is not in focus" : null;
}
