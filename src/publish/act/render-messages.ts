import type { Manifest } from "../../domain/bundle.ts";
import { neutralizeText } from "../../report/neutralize-text.ts";
import { renderCommitMessage } from "../../report/render-commit-message.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";

const maxGates = 20;

/** The message of a promotion's commit: what it is, what verify found, and the trailers that it is known by. Pure. */
export function renderPromotionMessage(campaign: string, { facts, verdict }: BoundPromotion): string {
  const gates = verdict.gates
    .slice(0, maxGates)
    .map(({ gate, status, reason }) => neutralizeText(`${gate}: ${status}, ${reason}`).replace(/\s+/g, " "));
  return renderCommitMessage({
    subject: neutralizeText(facts.subject),
    body: ["As verify found it:", "", ...gates].join("\n"),
    trailers: {
      "Nightshift-Campaign": campaign,
      "Nightshift-Cycle": String(facts.cycle),
      "Nightshift-Item": neutralizeText(facts.item.id),
      "Nightshift-Changeset": facts.changeset.cid,
    },
  });
}

/** The message of the commit by which master starts anew from sacred. `hasCarried`: its tree holds earlier promotions. Pure. */
export function renderStartMessage(
  { campaign, sacred, base, master }: Pick<Manifest, "campaign" | "sacred" | "base" | "master">,
  { hasCarried }: { readonly hasCarried: boolean },
): string {
  const carried = hasCarried ? master.carried : [];
  return renderCommitMessage({
    subject: `chore: start master from ${sacred}`,
    body: carried.map(({ subject }) => `Carried: ${neutralizeText(subject)}`).join("\n"),
    trailers: {
      "Nightshift-Campaign": campaign,
      "Nightshift-Sacred": base,
      "Nightshift-Carried": carried.map(({ commit }) => commit).join(" ") || "none",
    },
  });
}
