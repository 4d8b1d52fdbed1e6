import { z } from "zod";

/** One thing that a candidate may not do, and where it does it. */
export const denialSchema = z.object({
  /** Id of the rule, which `policy explain` knows. */
  rule: z.string(),
  /** "" where the whole candidate is meant. */
  file: z.string(),
  /** 1-based line of the file as the candidate leaves it; null where the whole file is meant. */
  line: z.number().int().positive().nullable(),
  /** One sentence. */
  reason: z.string(),
});

/** One thing that a candidate may not do. */
export type Denial = z.infer<typeof denialSchema>;
