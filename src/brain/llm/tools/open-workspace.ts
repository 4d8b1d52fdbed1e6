import type { BrainTask } from "../../brain.ts";
import type { Workspace } from "./workspace.ts";

/** The candidate of a task, with no edit yet. */
export function openWorkspace(
  task: Pick<BrainTask, "sandbox" | "trackedFiles" | "editableFiles" | "protectionOf">,
): Workspace {
  return {
    read: async () => ({ status: "refused", reason: "not there yet" }),
    write: async () => ({ status: "refused", reason: "not there yet" }),
    list: () => task.trackedFiles,
    edits: () => [],
    restore: async () => {},
  };
}
