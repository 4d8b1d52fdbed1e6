import type { GateJudgement, Judgement, Objection } from "../domain/judgement.ts";
import type { WorkItem } from "../domain/work-item.ts";

/**
 * Base and candidate compared over all gates. An objection rejects whatever the gates say. A red gate rejects, whichever it is; an error or an unproven gate rejects
 * where the gate is required. What is left promotes when the item's own gate, green, shows that at least one of the
 * item's targets is fixed. The first gate in the order given that says no is the reason.
 */
export function judge(input: {
  readonly item: Pick<WorkItem, "gate" | "targets">;
  readonly gates: readonly GateJudgement[];
  readonly objections?: readonly Objection[];
}): Judgement {
  const { item, gates, objections = [] } = input;
  const [objection] = objections;
  if (objection !== undefined) {
    const denials = objections.flatMap((one) => one.denials);
    const { rule, gate, reason } = objection;
    return { status: "reject", rule, reason: `${gate}: ${reason}`, gates, denials };
  }
  for (const gate of gates) {
    const rule = findRule(gate);
    if (rule !== null)
      return { status: "reject", rule, reason: `${gate.gate}: ${gate.reason}`, gates, denials: [] };
  }
  const own = gates.find(({ gate, status }) => gate === item.gate && status === "green");
  const targets = new Set(item.targets);
  const fixed = own?.fixed.filter((id) => targets.has(id)) ?? [];
  if (fixed.length === 0) {
    const reason = `none of the item's ${targets.size} targets is fixed in gate ${item.gate}`;
    return { status: "reject", rule: "nothing-fixed", reason, gates, denials: [] };
  }
  const reason = `fixes ${fixed.length} of ${targets.size} in ${item.gate}, breaks nothing in ${gates.length} gates`;
  return { status: "promote", reason, gates };
}

function findRule({ status, isRequired, broken }: GateJudgement): "gate" | "strict" | "error" | null {
  switch (status) {
    case "green":
      return null;
    case "red":
      return broken.length > 0 ? "gate" : "strict";
    case "error":
    case "unproven":
      return isRequired ? "error" : null;
    default:
      return status satisfies never;
  }
}
