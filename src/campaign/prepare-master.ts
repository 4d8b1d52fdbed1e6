import { NightshiftError } from "../domain/errors.ts";
import type { EventOf } from "../domain/events.ts";
import { nameRefs } from "../domain/ref-names.ts";
import type { CommitInfo, Git } from "../ports.ts";
import { renderCommitMessage } from "../report/render-commit-message.ts";
import { carryPromotions, type PassCheck, type PassVerdict } from "./carry-promotions.ts";
import { findOpenPromotions, isPromotion } from "./find-open-promotions.ts";
import type { Sacred } from "./find-sacred.ts";
import { hasUnsafeMark } from "./unsafe-mark.ts";

/** What a campaign starts from, as the event `master-prepared` tells it. */
export type PreparedMaster = Omit<EventOf<"master-prepared">, "type">;

/** What `prepareMaster` needs to know. */
export type PrepareMasterInput = {
  readonly campaign: string;
  readonly sacred: Sacred;
  /** ISO 8601; the date of the commit, should one be made. */
  readonly at: string;
  /** Promotions to leave out from now on, as `<campaign>/<cycle>`: declined or closed pull requests. */
  readonly dropped?: readonly string[];
  /** Whether promotions that policy could not refuse are carried, not set aside. Default false. */
  readonly carriesUnsafe?: boolean;
  /** Objects are written, refs are not. */
  readonly isDryRun: boolean;
};

/** Who has a say in what is carried. */
export type PrepareMasterDeps = {
  readonly git: Git;
  readonly passes: PassCheck;
  /** What policy, as it is now, says of one promotion. */
  allows(commit: CommitInfo): Promise<PassVerdict>;
};

/**
 * Rebuilds master at the start of a campaign: one commit (parents: master, sacred) whose tree is sacred's plus the open
 * promotions that policy still allows, that apply and that pass. Without a master, or with one that sacred has merged whole, master is sacred's
 * commit. When nothing has changed no commit is made, so doing it again changes nothing. Conflicts never stop it.
 *
 * Throws `MASTER_MOVED` when somebody else moves master meanwhile.
 */
export async function prepareMaster(
  input: PrepareMasterInput,
  deps: PrepareMasterDeps,
): Promise<PreparedMaster> {
  const { git } = deps;
  const previous = await git.resolveCommit(nameRefs(git.prefix).master);
  const prepared = await buildMaster(input, previous, deps);
  if (!input.isDryRun && prepared.commit !== previous) {
    await moveMaster(prepared.commit, previous, git);
  }
  return { ...prepared, tree: await git.treeOf(prepared.commit), previous };
}

async function buildMaster(
  input: PrepareMasterInput,
  previous: string | null,
  { git, passes, allows }: PrepareMasterDeps,
): Promise<Pick<PreparedMaster, "commit" | "carried" | "setAside">> {
  const { sacred } = input;
  if (previous === null || (await git.isAncestor(previous, sacred.commit))) {
    return { commit: sacred.commit, carried: [], setAside: [] };
  }
  const history = await git.log(`${sacred.commit}..${previous}`, { firstParent: true });
  const { open, strangers } = findOpenPromotions(history);
  const dropped = new Set(input.dropped);
  const isLeftOut = (commit: CommitInfo): boolean => input.carriesUnsafe !== true && hasUnsafeMark(commit);
  const denied: PreparedMaster["setAside"] = [];
  const promotions: CommitInfo[] = [];
  for (const commit of open) {
    if (dropped.has(nameCycle(commit)) || isLeftOut(commit)) continue;
    const verdict = await allows(commit);
    if (verdict.status === "passed") promotions.push(commit);
    else denied.push({ ...summarise(commit), reason: verdict.reason });
  }
  const result = await carryPromotions(
    {
      onto: await git.treeOf(sacred.commit),
      promotions,
      provenTrees: new Set(
        history.filter((commit) => isProven(commit) && !isLeftOut(commit)).map((commit) => commit.tree),
      ),
    },
    { git, passes },
  );
  const setAside = [
    ...strangers.map((commit) => ({ ...summarise(commit), reason: "it is no promotion of Nightshift's" })),
    ...open
      .filter(isLeftOut)
      .map((commit) => ({ ...summarise(commit), reason: "it was made with --no-safety" })),
    ...denied,
    ...result.setAside.map(({ commit, reason }) => ({ ...summarise(commit), reason })),
  ];
  const carried = result.carried.map(summarise);
  const isSame =
    result.tree === (await git.treeOf(previous)) && (await git.isAncestor(sacred.commit, previous));
  const commit = isSame
    ? previous
    : await git.writeCommit({
        tree: result.tree,
        parents: [previous, sacred.commit],
        message: describeRebuild(input, carried, setAside),
        at: input.at,
      });
  return { commit, carried, setAside };
}

function describeRebuild(
  { campaign, sacred }: PrepareMasterInput,
  carried: PreparedMaster["carried"],
  setAside: PreparedMaster["setAside"],
): string {
  const lines = [
    ...carried.map(({ subject }) => `Carried: ${subject}`),
    ...setAside.map(({ subject, reason }) => `Set aside: ${subject} (${reason})`),
  ];
  return renderCommitMessage({
    subject: `chore: start master from ${sacred.branch}`,
    body: lines.join("\n"),
    trailers: {
      "Nightshift-Campaign": campaign,
      "Nightshift-Sacred": sacred.commit,
      "Nightshift-Carried": carried.map(({ commit }) => commit).join(" ") || "none",
    },
  });
}

async function moveMaster(to: string, from: string | null, git: Git): Promise<void> {
  const answer = await git.updateRefs([{ ref: nameRefs(git.prefix).master, to, from }]);
  if (answer.status === "moved") {
    throw new NightshiftError({
      code: "MASTER_MOVED",
      message: `Master was moved while it was being prepared: ${answer.reason}.`,
      hint: "Let the other writer finish, and start the campaign again.",
    });
  }
}

/** Whether the gates let this tree through when it was made. */
function isProven(commit: CommitInfo): boolean {
  return isPromotion(commit) || "Nightshift-Sacred" in commit.trailers;
}

function nameCycle({ trailers }: CommitInfo): string {
  return `${trailers["Nightshift-Campaign"]}/${trailers["Nightshift-Cycle"]}`;
}

function summarise({ hash, subject }: CommitInfo): { readonly commit: string; readonly subject: string } {
  return { commit: hash, subject };
}
