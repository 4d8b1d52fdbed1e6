import type { WorkItem } from "../domain/work-item.ts";
import { failureSignature } from "../gates/failure-signature.ts";
import { findWork } from "../work/find-work.ts";
import { rankItems } from "../work/rank.ts";
import { brainVersion } from "./brain-version.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { isBrainExhausted } from "./is-brain-exhausted.ts";
import type { MeasuredPosition } from "./position.ts";
import type { Stop } from "./stop-conditions.ts";
import { summarizeItem } from "./summarize-item.ts";

/** Of exhausted items, in the event. */
const MAX_TITLES = 50;

/** The next item to work on, or why there is none. */
export type Choice =
  | { readonly status: "item"; readonly item: WorkItem }
  | { readonly status: "none"; readonly stop: Stop };

/**
 * The first item, by rank, that this campaign has not tried on this tree and that memory does not call exhausted.
 * What is skipped is counted in the `work-found` event, so that a report can say what was left alone and why.
 */
export async function chooseItem(position: MeasuredPosition, deps: CampaignDeps): Promise<Choice> {
  const files = await deps.git.listFiles(position.tree);
  const blobs = new Map(files.map(({ path, hash }) => [path, hash]));
  const { results, setAside } = position.measurement;
  const trackedFiles = files.map(({ path }) => path);
  const { issue, goal, cycles } = deps.log.state();
  const asked = { issue, goal, hasModel: deps.advise !== null };
  const work = findWork(
    { results: [...results.values()], setAside, trackedFiles, asked },
    { failureSignature },
  );
  const found = rankItems(work.items, deps.gates, { isIssueFirst: issue !== null });
  const isExhausted = (item: WorkItem): boolean =>
    deps.brains.every((brain) => isBrainExhausted({ item, brain, blobs }, deps));
  const { open = [], exhausted = [] } = Object.groupBy(found, (item) =>
    isExhausted(item) ? "exhausted" : "open",
  );
  const { minConfidence } = deps.config.promotion;
  const waits = (item: WorkItem): boolean =>
    deps.brains.some((brain) => {
      const version = brainVersion(brain, deps.config.brain);
      return deps.recall.isSuggested(item, { version, minConfidence }, blobs);
    });
  await deps.log.append({
    type: "work-found",
    items: open.map(summarizeItem),
    exhausted: exhausted.length,
    exhaustedTitles: exhausted
      .slice(0, MAX_TITLES)
      .map((item) => (waits(item) ? `${item.title} (a suggestion waits)` : item.title)),
  });
  // What a person asks for is asked for once: on another tree the answer would cost as much, and hardly be another one.
  const tried = new Set(
    cycles
      .filter(({ tree, item }) => tree === position.tree || item.kind === "issue")
      .map(({ item }) => item.id),
  );
  const untried = open.filter(({ id }) => !tried.has(id));
  const able = deps.brains.filter((brain) => (brain.findOutage?.() ?? null) === null);
  // Without a model nobody can show by a test what a person asks for.
  const isModelOut = deps.brains.some((brain) => brain.kind === "llm" && !able.includes(brain));
  const item = untried.find(
    (one) =>
      !(one.kind === "issue" && isModelOut) &&
      able.some((brain) => !isBrainExhausted({ item: one, brain, blobs }, deps)),
  );
  if (item !== undefined) return { status: "item", item };
  // What was tried last while nobody answered is as good as untried.
  const left = untried.length === 0 && able.length === 0 ? open.length : untried.length;
  if (left > 0) return { status: "none", stop: describeOutage(left, able.length > 0, deps) };
  if (found.length === 0) {
    return nothingLeft(work.notes.join(" ") || "every gate is as it should be");
  }
  return nothingLeft(
    `nothing new to try: of ${found.length} known, ${exhausted.length} exhausted and ${open.length} tried on this tree`,
  );
}

function nothingLeft(detail: string): Choice {
  return { status: "none", stop: { stopReason: "NO_WORK_FOUND", detail } };
}

/** A campaign whose only brain cannot be asked could not go on; one that has another brain has done what that one can. */
function describeOutage(left: number, isAnyAble: boolean, { brains }: Pick<CampaignDeps, "brains">): Stop {
  const reasons = brains.flatMap((brain) => brain.findOutage?.() ?? []);
  const items = left === 1 ? "1 work item is" : `${left} work items are`;
  const detail = `no model can be asked, and ${items} left: ${reasons.join("; ")}`;
  return { stopReason: isAnyAble ? "CONVERGED" : "FAILED", detail };
}
