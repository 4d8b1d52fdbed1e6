import { z } from "zod";
import { createTool } from "./create-tool.ts";
import { plainLine } from "./plain-line.ts";

const MAX_CHARS = 100;

/** Says that the candidate is complete. */
export const finish = createTool({
  name: "finish",
  description: "Hand the edits in for judgement.",
  schema: z.object({
    summary: z.string().describe(`What the edits do: one line, imperative, at most ${MAX_CHARS} characters`),
  }),
  run: async (values) => {
    const summary = plainLine(values.summary, MAX_CHARS);
    return summary === ""
      ? { status: "refused", text: "The summary is empty; say in one line what the edits do." }
      : { status: "finished", summary };
  },
});
