import { checkId } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import type { OnlyPart } from "../../gate-run-request.ts";
import type { Tracer } from "../tracer.ts";

/** Failing tests traced; more of one item add little. */
const MAX_FAILING = 3;
/** Passing tests of the failing file, each alone, and passing files besides. */
const MAX_PASSING = 8;
const MAX_FILES = 4;

/** One traced run of the gate: a part of it, or all, and whether what it traces is the failure. */
export type TraceRun = { readonly only?: OnlyPart; readonly isFailing: boolean };

/** Which runs to trace, failing ones first. Pure: the same task gives the same plan. */
export function planTraces(task: BrainTask, tracers: readonly Tracer[]): readonly TraceRun[] {
  const { gate, item, passingChecks } = task;
  const hasParts = gate.only !== undefined || gate.files !== undefined || gate.kind === "golden";
  if (!hasParts) return [{ isFailing: true }];
  const files = [...new Set([...item.files, ...item.targets.map((target) => readId(target).file)])].filter(
    Boolean,
  );
  const others = [...new Set(passingChecks.map(({ file }) => file))]
    .filter((file) => file !== "" && !files.includes(file))
    .slice(0, MAX_FILES)
    .map((file) => ({ only: { file }, isFailing: false }));
  const isNamed =
    tracers.some(({ isPerTest }) => !isPerTest) && gate.kind === "tests" && mentionsName(gate.only);
  if (!isNamed)
    return [...files.slice(0, MAX_FAILING).map((file) => ({ only: { file }, isFailing: true })), ...others];
  const failing = item.targets
    .slice(0, MAX_FAILING)
    .map((target) => ({ only: readId(target), isFailing: true }));
  const failingIds = new Set(item.targets);
  const passing = passingChecks
    .filter((check) => files.includes(check.file) && !failingIds.has(checkId(check)))
    .slice(0, MAX_PASSING)
    .map(({ file, suite, name }) => ({ only: { file, suite, name }, isFailing: false }));
  return [...failing, ...passing, ...others];
}

/** Whether a command can run one test alone. */
export function mentionsName(command: BrainTask["gate"]["only"]): boolean {
  const words = typeof command === "string" ? [command] : (command ?? []);
  return words.some((word) => /\{name(?:Pattern)?\}/.test(word));
}

/** The parts of a check's id. */
export function readId(id: string): { readonly file: string; readonly suite: string; readonly name: string } {
  const [file = "", suite = "", name = ""] = JSON.parse(id) as readonly string[];
  return { file, suite, name };
}
