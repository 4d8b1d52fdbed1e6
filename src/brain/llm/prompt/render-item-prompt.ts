import type { GateSpec } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import type { Workspace } from "../tools/workspace.ts";
import { renderConventions } from "./render-conventions.ts";
import { renderFailures } from "./render-failures.ts";
import { renderGoal } from "./render-goal.ts";
import { renderGuidance } from "./render-guidance.ts";
import { renderLessons } from "./render-lessons.ts";
import { renderSource } from "./render-source.ts";
import { renderTask } from "./render-task.ts";

/** What a prompt is made of. */
export type ItemPromptInput = {
  readonly task: BrainTask;
  readonly gates: readonly GateSpec[];
  readonly read: Workspace["read"];
};

/** Tokens of o200k that each part may take, its heading and fences with it. */
export const promptCaps = {
  conventions: 800,
  goal: 200,
  lessons: 400,
  guidance: 1_500,
  failures: 1_500,
  source: 2_000,
  task: 300,
} as const;

/**
 * The item as a model gets it: conventions, goal, lessons, guidance, failures, source, each quoted and capped apart, and the
 * task at the end, behind everything that is data. What is the same for many items stands first, so that caches hit.
 */
export async function renderItemPrompt(input: ItemPromptInput): Promise<string> {
  const { task } = input;
  const { item, trackedFiles } = task;
  const parts = [
    await renderConventions({ trackedFiles, paths: item.files, read: input.read }, promptCaps.conventions),
    await renderGoal(task.goal, promptCaps.goal),
    await renderLessons(task.lessons, item, promptCaps.lessons),
    await renderGuidance(task.guidance, promptCaps.guidance),
    await renderFailures({ item, trackedFiles, mountPath: task.sandbox.mountPath }, promptCaps.failures),
    await renderSource(input, promptCaps.source),
    renderTask(input, promptCaps.task),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
