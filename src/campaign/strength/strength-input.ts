import type { WorkItem } from "../../domain/work-item.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Trees } from "../judgement/plan-trees.ts";
import type { MeasuredPosition } from "../position.ts";

/** A candidate that every gate let through, whose lines are now to be found tested. */
export type StrengthInput = Trees & {
  readonly item: WorkItem;
  readonly position: MeasuredPosition;
  /** Of the base's commit; left as the last run left it. */
  readonly sandbox: Sandbox;
  /** Paths of the candidate's tree. */
  readonly trackedFiles: readonly string[];
};
