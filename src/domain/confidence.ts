import { z } from "zod";

/** How sure the brain is that a candidate is right, and not only plausible: from 0 to 1, with the reason for people. */
export const confidenceSchema = z.object({
  value: z.number().min(0).max(1),
  /** One sentence: "2 of 2 candidates that pass behave alike". */
  reason: z.string(),
});

/** How sure a brain is of a candidate. The gates decide all the same: confidence can only hold back. */
export type Confidence = z.infer<typeof confidenceSchema>;
