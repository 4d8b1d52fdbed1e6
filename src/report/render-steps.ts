import type { CycleState } from "../domain/campaign-state.ts";
import { markdown } from "./markdown.ts";

const { code } = markdown;
const maxSteps = 50;

/** What a cycle's method did between its start and its end, step by step. Pure. */
export function renderSteps({ steps }: Pick<CycleState, "steps">): string {
  const shown = steps.slice(0, maxSteps).map(({ step, status, detail, figures }) => {
    const measures = Object.entries(figures).map(
      ([name, value]) => `${name} ${Math.round(value * 1000) / 1000}`,
    );
    const numbers = measures.length === 0 ? "" : ` (${code(measures.join(", "))})`;
    return `- ${code(step)}: ${code(status)}${detail === "" ? "" : `, ${code(detail)}`}${numbers}`;
  });
  const more = steps.length > maxSteps ? [`- ${steps.length - maxSteps} more steps are in the journal`] : [];
  return shown.length === 0 ? "" : [`**Method:** ${steps.length} steps`, "", ...shown, ...more].join("\n");
}
