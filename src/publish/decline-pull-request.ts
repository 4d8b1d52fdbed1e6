import type { GitHub, PullRequest } from "../github-port.ts";
import { parseMarker, renderMarker } from "./pull-request-marker.ts";

/** The label that keeps an item from being offered again. */
export const declinedLabel = {
  name: "nightshift:declined",
  color: "b60205",
  description: "Not wanted: take this label off to have it offered again",
};

/**
 * Marks a closed pull request as declined: the label first, then its marker, which tells later that the label was
 * there, so that one which is missing was taken off by a person. Doing it again changes nothing.
 */
export async function declinePullRequest(
  { number, body }: Pick<PullRequest, "number" | "body">,
  { github }: { readonly github: Pick<GitHub, "ensureLabel" | "addLabels" | "updatePullRequest"> },
): Promise<void> {
  const marker = parseMarker(body);
  if (marker?.isDeclined === true) return;
  await github.ensureLabel(declinedLabel);
  await github.addLabels(number, [declinedLabel.name]);
  if (marker === null) return;
  const text = body.trimEnd().split("\n").slice(0, -1).join("\n");
  await github.updatePullRequest(number, {
    body: `${text}\n${renderMarker({ ...marker, isDeclined: true })}`,
  });
}
