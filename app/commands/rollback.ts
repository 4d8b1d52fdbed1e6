import { learnFromUndone } from "../../src/learn-from-undone.ts";
import { showCode } from "../../src/report/show-code.ts";
import { rollBackOnGitHub } from "../../src/roll-back-on-github.ts";
import type { Command } from "./command.ts";

/** `/rollback`: takes the promotion off master again, with what came after it. Sacred is people's. */
export const rollback: Command = async ({ place, comment }, desk) => {
  if (place.kind !== "offer")
    return { status: "refused", text: "It belongs on the pull request of what is to be taken back." };
  const { marker, pullRequest } = place.offer;
  const [cycle = 0] = marker.cycles;
  const back = await rollBackOnGitHub(
    { campaign: marker.campaign, cycle, key: `comment-${comment}`, sacred: desk.sacred },
    desk,
  );
  const merged = pullRequest.isMerged
    ? ` On ${showCode(desk.sacred.branch)} it stays: GitHub's own “Revert” takes it back there.`
    : "";
  if (back.status !== "rolled-back") {
    const why = `${showCode(back.reason)}.${merged}`;
    return back.status === "refused"
      ? { status: "refused", text: `Master was not moved: ${why}` }
      : { status: "done", text: `Nothing to take back: ${why}` };
  }
  const learned = await learnFromUndone(
    { undone: back.undone, at: desk.clock.now(), ...desk.config.memory },
    desk,
  );
  const list = back.undone.map(({ subject }) => `- ${showCode(subject)}`).join("\n");
  return {
    status: "done",
    text: `Off ${showCode(`${desk.prefix}/master`)}:\n\n${list}\n\n${learned} ${learned === 1 ? "approach is" : "approaches are"} avoided from now on.${merged}`,
  };
};
