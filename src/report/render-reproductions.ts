import type { CycleState } from "../domain/campaign-state.ts";
import type { GateKind } from "../domain/gate.ts";
import { describeId } from "./describe-id.ts";
import { markdown } from "./markdown.ts";

const { code, codeBlock } = markdown;
const maxIds = 10;

/** Tests that were written for a cycle's item, each with what the base said to it. Pure. */
export function renderReproductions({ reproductions }: Pick<CycleState, "reproductions">): string {
  const parts = reproductions.map(({ status, reason, files, targets, diff }, index) => {
    const names = files.map(code).join(", ") || "no file";
    const verdict = status === "red" ? "red on the base" : "refused";
    const ids = targets
      .slice(0, maxIds)
      .map((id) => `- red before: ${code(describeId(id, "tests" satisfies GateKind))}`);
    const more = targets.length > maxIds ? [`- red before: ${targets.length - maxIds} more`] : [];
    return [
      `Test ${index + 1} written for it, ${names}, was ${verdict}: ${code(reason)}.`,
      [...ids, ...more].join("\n"),
      diff === "" ? "" : codeBlock(diff, "diff"),
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  });
  return parts.join("\n\n");
}
