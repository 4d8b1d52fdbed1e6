import type { CampaignState } from "../domain/campaign-state.ts";
import { describeId } from "./describe-id.ts";
import { markdown } from "./markdown.ts";

const { code } = markdown;
const maxIds = 20;

/** What counted for nothing: promotions that could not be carried over, and checks that are no evidence. Pure. */
export function renderSetAside({
  setAsidePromotions,
  setAsideChecks,
  gates,
  carried,
}: CampaignState): string {
  const kinds = new Map(gates.map(({ name, kind }) => [name, kind]));
  const promotions = setAsidePromotions.map(
    ({ commit, subject, reason }) => `- promotion ${code(commit)}, ${code(subject)}: ${code(reason)}`,
  );
  const checks = setAsideChecks.flatMap(({ gate, reason, ids, hint }) => [
    `- ${ids.length} ${reason} in gate ${code(gate)}: ${code(hint)}`,
    ...ids.slice(0, maxIds).map((id) => `  - ${code(describeId(id, kinds.get(gate) ?? "tests"))}`),
    ...(ids.length > maxIds ? [`  - ${ids.length - maxIds} more`] : []),
  ]);
  const kept =
    carried.length === 0 ? [] : [`${carried.length} promotions of earlier campaigns were carried over.`];
  const lines = [...promotions, ...checks];
  if (lines.length === 0) {
    return kept.join("");
  }
  return ["## Set aside", ...kept, lines.join("\n")].join("\n\n");
}
