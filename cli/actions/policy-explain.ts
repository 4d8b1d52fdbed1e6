import { findNearest } from "../../src/config/find-nearest.ts";
import { usageError } from "../../src/domain/errors.ts";
import { policyRules } from "../../src/policy/registry.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift policy explain RULE`: what it denies, why, and what to do. Throws the usage error `UNKNOWN_RULE`. */
export async function policyExplainAction({ output }: ActionInput<object>, id: string): Promise<undefined> {
  const rule = policyRules.find((each) => each.id === id);
  if (rule === undefined) throw unknownRule(id);
  const { group, title, explanation } = rule;
  output.result({
    json: { id, group, title, explanation },
    text: [`${id} (${group}): ${title}.`, "", explanation].join("\n"),
  });
  return undefined;
}

function unknownRule(id: string): Error {
  const nearest = findNearest(
    id,
    policyRules.map((rule) => rule.id),
  );
  return usageError({
    code: "UNKNOWN_RULE",
    message: `There is no rule called ${JSON.stringify(id)}.`,
    hint: `${nearest === undefined ? "" : `Did you mean ${nearest}? `}\`nightshift policy list\` shows all rules.`,
  });
}
