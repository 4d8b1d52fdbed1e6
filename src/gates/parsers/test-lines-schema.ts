import { z } from "zod";

const count = z.number().int().nonnegative();

/** The last line of Nightshift's own reporters. Without it the report is cut. */
export const endLine = z.object({ type: z.literal("end"), tests: count, failed: count });

/** What every test line of Nightshift's own reporters holds. */
export const testLine = z.object({
  type: z.literal("test"),
  /** Absolute. */
  file: z.string(),
  status: z.enum(["passed", "failed", "skipped"]),
  message: z.string().optional(),
  stack: z.string().optional(),
  durationMs: z.number().nonnegative().optional(),
});

/** The first line of a report of Nightshift's own; a version that is not known is refused. */
export function startLine<Name extends string>(reporter: Name) {
  return z.object({ type: z.literal("start"), reporter: z.literal(reporter), version: z.literal(1) });
}
