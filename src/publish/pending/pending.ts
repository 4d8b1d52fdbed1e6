import { z } from "zod";

/** What of a campaign waits for the next publication of the same bundle, as the memory branch has it. */
export const pendingSchema = z.object({
  /** The bundle's id. */
  bundle: z.string().max(100),
  /** The verdict's content id, as it was told to the publisher by who is trusted to know it. */
  verdict: z.string().max(100),
  /** The run whose artifacts hold both; null where that is not known. */
  run: z.int().positive().nullable().default(null),
  reason: z.string(),
  cycles: z.array(z.int().nonnegative()),
});

/** What of a campaign waits for the next publication of the same bundle. */
export type Pending = z.infer<typeof pendingSchema>;
