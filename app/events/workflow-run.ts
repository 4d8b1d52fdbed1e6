import { z } from "zod";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import { defineFamily } from "../event-family.ts";
import { settleRun } from "../runs/settle-run.ts";

const ours: readonly string[] = [workflowNames.campaign, workflowNames.verify];

/** A run of ours that has ended, well or not. What it is and where it ran is asked of GitHub, not read here. */
export const workflowRun = defineFamily({
  events: ["workflow_run.completed"],
  schema: z.object({
    action: z.literal("completed"),
    workflow_run: z.object({ id: z.int().positive(), path: z.string() }),
  }),
  isOurs: ({ workflow_run: { path } }) => ours.includes(path.split("@")[0]?.split("/").at(-1) ?? ""),
  run: ({ workflow_run: { id } }, desk) => settleRun({ run: id }, desk),
});
