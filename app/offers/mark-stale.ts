import { readBlobs } from "../../src/read-blobs.ts";
import { showCode } from "../../src/report/show-code.ts";
import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { keepComment } from "../notes/keep-comment.ts";
import { findStaleFiles } from "./find-stale-files.ts";
import { listOffers } from "./list-offers.ts";

const staleLabel = {
  name: "nightshift:stale",
  color: "fbca04",
  description: "Its files have changed on the default branch since it was verified",
};

/** Says on each open offer whether its files have changed on sacred since it was verified, and takes it back when not. */
export async function markStale(desk: Desk): Promise<void> {
  const { github, login, sacred } = desk;
  const offers = await listOffers({ state: "open" }, desk);
  if (offers.length === 0) return;
  const blobs = await readBlobs(sacred.commit, desk);
  for (const { pullRequest, marker } of offers) {
    const { number, labels, baseRef } = pullRequest;
    const stale = baseRef === sacred.branch ? findStaleFiles(marker, blobs) : [];
    const isMarked = labels.includes(staleLabel.name);
    if (stale.length > 0) {
      const text =
        `### Nightshift\n\n${showCode(sacred.branch)} has another ${stale.map(showCode).join(", ")} than this was ` +
        "verified on. `/retry` tries the item again on the code as it is now.";
      await keepComment({ issue: number, text, note: { kind: "stale" } }, desk);
      if (!isMarked) {
        await github.ensureLabel(staleLabel);
        await github.addLabels(number, [staleLabel.name]);
      }
    } else if (isMarked) {
      const said = findNotes(await github.listComments(number), "stale", { login });
      const text = `### Nightshift\n\nIts files on ${showCode(sacred.branch)} are as they were verified again.`;
      if (said.length > 0) await keepComment({ issue: number, text, note: { kind: "stale" } }, desk);
      await github.removeLabel(number, staleLabel.name);
    }
  }
}
