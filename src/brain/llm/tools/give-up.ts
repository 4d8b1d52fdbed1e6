import { z } from "zod";
import { createTool } from "./create-tool.ts";
import { plainLine } from "./plain-line.ts";

const MAX_CHARS = 300;

/** Says that there is no candidate to be had. */
export const giveUp = createTool({
  name: "give_up",
  description: "End without a change, where none can be right.",
  schema: z.object({ reason: z.string() }),
  run: async (values) => ({
    status: "gave-up",
    reason: plainLine(values.reason, MAX_CHARS) || "it gave no reason",
  }),
});
