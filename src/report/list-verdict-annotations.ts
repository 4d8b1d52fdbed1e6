import { type Annotation, capAnnotations } from "./cap-annotations.ts";
import type { VerdictSummaryInput } from "./render-verdict-summary.ts";

/** What a person should see at the run: why a bundle is refused, or what verify dropped and why. Pure. */
export function listVerdictAnnotations(input: VerdictSummaryInput): readonly Annotation[] {
  if (input.status === "refused")
    return capAnnotations([
      { level: "error", title: `The bundle is refused: ${input.rule}`, message: input.reason },
    ]);
  const dropped = input.verdict.promotions.filter(({ status }) => status === "dropped");
  return capAnnotations(
    dropped.map(({ cycle, reason }) => ({
      level: "warning",
      title: `Cycle ${cycle} is not offered`,
      message: reason,
    })),
  );
}
