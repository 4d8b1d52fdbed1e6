import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { digest } from "./domain/digest.ts";
import type { Lesson, PatternLesson } from "./domain/lesson.ts";
import type { GitHub, PullRequest } from "./github-port.ts";
import { buildFateReward, type PromotionFate } from "./memory/build-fate-reward.ts";
import { buildRolledBackLesson } from "./memory/build-lesson.ts";
import { avoidedKey, lessonId } from "./memory/lesson-keys.ts";
import type { PullRequestMarker } from "./publish/pull-request-marker.ts";

/** What people made of an offer. */
export type OfferFate =
  | { readonly kind: "merged" }
  /** `reason` is a person's text, "" without one. Who may not write has no say in what is enforced. */
  | { readonly kind: "declined"; readonly reason: string; readonly isByWriter: boolean }
  | { readonly kind: "reviewed"; readonly reason: string };

/** A pull request of ours. */
export type Offer = { readonly pullRequest: PullRequest; readonly marker: PullRequestMarker };

const maxFiles = 20;
const maxFileBytes = 200_000;
const maxDiffLength = 16_384;
const maxSteps = 20;
const maxReasonLength = 500;

/**
 * The lessons of what became of an offer: merged confirms what worked, and what a person changed before is a pattern of
 * its own; declined is an approach to avoid while the code is as it was; a review that asks for changes informs. What
 * is merged or declined by somebody who may write earns its arms what it was worth. They are made of what memory has of the promotion; without that there is nothing to learn.
 */
export async function learnFromOffer(
  {
    offer,
    fate,
    known,
    at,
  }: {
    readonly offer: Offer;
    readonly fate: OfferFate;
    readonly known: readonly Lesson[];
    readonly at: string;
  },
  { github }: { readonly github: Pick<GitHub, "getCommit" | "readFile"> },
): Promise<readonly Lesson[]> {
  const { pullRequest, marker } = offer;
  const patterns = known.filter(
    (lesson): lesson is PatternLesson =>
      lesson.kind === "pattern" &&
      lesson.campaign === marker.campaign &&
      lesson.origin !== "person" &&
      marker.cycles.includes(lesson.cycle),
  );
  const reward = (what: PromotionFate) =>
    patterns.map((pattern) => buildFateReward({ pattern, known, fate: what, at }));
  switch (fate.kind) {
    case "merged": {
      const changes = await learnChanges(offer, patterns[0], at, github);
      return [
        ...patterns.map((pattern) => confirmPattern(pattern, pullRequest, at)),
        ...changes,
        ...reward(changes.length > 0 ? "changed" : "merged"),
      ];
    }
    case "declined":
      return [
        ...patterns.map((pattern) => declinePattern(pattern, pullRequest, fate, at)),
        ...(fate.isByWriter ? reward("declined") : []),
      ];
    case "reviewed":
      return patterns.map((pattern) => buildReviewLesson(pattern, pullRequest, fate.reason, at));
    default:
      return fate satisfies never;
  }
}

function confirmPattern(
  pattern: PatternLesson,
  { number, mergeCommit }: PullRequest,
  at: string,
): PatternLesson {
  const text = `A person merged #${number}, which mended ${pattern.item.title}.`;
  return { ...pattern, trust: "person", at, text, commit: mergeCommit ?? pattern.commit };
}

function declinePattern(
  pattern: PatternLesson,
  { number }: PullRequest,
  { reason, isByWriter }: Extract<OfferFate, { kind: "declined" }>,
  at: string,
): Lesson {
  const why =
    reason === "" ? "without a reason" : `since ${JSON.stringify(reason.slice(0, maxReasonLength))}`;
  return {
    ...buildRolledBackLesson(pattern, { at }),
    trust: isByWriter ? "person" : "model",
    rule: "declined",
    text: `#${number}, which was to mend ${pattern.item.title}, was closed ${why}.`,
  };
}

function buildReviewLesson(
  pattern: PatternLesson,
  { number }: PullRequest,
  reason: string,
  at: string,
): Lesson {
  const { campaign, cycle, item, files, diff } = pattern;
  const said = reason.slice(0, maxReasonLength);
  const key = digest("denied", "review", String(number), said);
  return {
    kind: "denied",
    id: lessonId("denied", key, files),
    ...{ campaign, cycle, at, item, files, key, diff },
    trust: "person",
    rule: "review",
    file: "",
    line: null,
    reason: said,
    text: `A review of #${number} asked for changes: ${JSON.stringify(said)}`,
  };
}

async function learnChanges(
  { pullRequest, marker }: Offer,
  pattern: PatternLesson | undefined,
  at: string,
  github: Pick<GitHub, "getCommit" | "readFile">,
): Promise<readonly Lesson[]> {
  const offered = pattern === undefined ? null : await findOffered(pullRequest.headSha, marker.tree, github);
  if (pattern === undefined || offered === null || offered === pullRequest.headSha) return [];
  const patches: string[] = [];
  for (const [path] of marker.files.slice(0, maxFiles)) {
    const [before, after] = [
      await readText(offered, path, github),
      await readText(pullRequest.headSha, path, github),
    ];
    if (before === null || after === null || before === after) continue;
    patches.push(
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    );
  }
  if (patches.length === 0) return [];
  const diff = patches.join("").slice(0, maxDiffLength).toWellFormed();
  const key = digest("pattern", pattern.item.signature, avoidedKey({ signature: "", diff }));
  const text = `A person changed #${pullRequest.number} before it was merged, which mended ${pattern.item.title}.`;
  const { campaign, cycle, item, files } = pattern;
  const commit = pullRequest.mergeCommit ?? pullRequest.headSha;
  const id = lessonId("pattern", key, files);
  return [
    {
      kind: "pattern",
      id,
      campaign,
      cycle,
      at,
      trust: "person",
      item,
      text,
      files,
      key,
      origin: "person",
      diff,
      commit,
    },
  ];
}

/** The commit of a pull request that has the tree that was offered; null where it is no longer in its history. */
async function findOffered(
  head: string,
  tree: string,
  github: Pick<GitHub, "getCommit">,
): Promise<string | null> {
  const waiting = [head];
  const seen = new Set<string>();
  for (let next = waiting.shift(); next !== undefined && seen.size < maxSteps; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const commit = await github.getCommit(next);
    if (commit?.tree === tree) return next;
    waiting.push(...(commit?.parents ?? []));
  }
  return null;
}

async function readText(
  commit: string,
  path: string,
  github: Pick<GitHub, "readFile">,
): Promise<string | null> {
  const bytes = await github.readFile(commit, path);
  if (bytes === null) return "";
  return bytes.length > maxFileBytes || bytes.includes(0) ? null : bytes.toString("utf8");
}
