import { z } from "zod";
import { methodKinds } from "../domain/method-kind.ts";

const weight = z.number().min(0).max(1);

/** How brains are put to work on an item, and the bounds of each way. */
export const methodSchema = z
  .strictObject({
    kind: z
      .enum(["auto", ...methodKinds])
      .default("auto")
      .describe("`auto` picks by the kind of work item and by what worked before in this repository."),
    rounds: z
      .int()
      .min(1)
      .max(10)
      .default(2)
      .describe("How often a reviewer may send a candidate back, for each attempt."),
    candidates: z.int().min(2).max(20).default(5).describe("Candidates that `adversarial` compares."),
    weights: z
      .strictObject({
        performance: weight.default(0.2),
        readability: weight.default(0.3),
        maintainability: weight.default(0.2),
        diffSize: weight.default(0.3),
      })
      .prefault({})
      .describe(
        "What counts in a score. Correctness is no weight: it multiplies, and whatever fails scores 0.",
      ),
  })
  .describe("How the brain is put to work on an item.");
