import type { Confidence } from "../../../domain/confidence.ts";
import { isWithoutReach, type RankedGroup } from "./order-groups.ts";

/** What is known when one of the groups is proposed. */
export type ConfidenceInput = {
  readonly group: RankedGroup;
  /** All groups of candidates that mend the item. */
  readonly groups: readonly RankedGroup[];
  /** Groups that were proposed before and rejected. */
  readonly rejected: number;
};

/**
 * What follows was read off the development half of the repair corpus: how often the first proposal was right, by how many
 * behaviours mend the item, by how likely a change it was and how much of the program it changes, and by how far that reaches.
 */
const byGroups = [1, 0.82, 0.7, 0.6] as const;
const MANY_GROUPS = 0.52;
const TOKEN = 0.96;
const LARGER = 0.82;
const UNLIKELY = 0.7;
/** A score (suspicion × prior × weight) of the best member below this is that of one guess among many. */
const LIKELY = 0.1;
/** A text this short that takes the place of another is a token, or part of one. */
const MAX_TOKEN = 16;
/** What changes more than this share of all that varied inputs show is another program. */
const FAR = 0.2;
const FAR_WORTH = 0.87;
/** What behaves as the base does with every varied input may suit the test's own alone. */
const WITHOUT_REACH = 0.8;
const NOT_COMPARED = 0.95;
/** So many ways to mend it say that the tests ask for little, alike or not. */
const MANY_PLAUSIBLE = 6;
const LOOSE_TESTS = 0.85;

/** How sure it is that the best member of a group is what was meant. Pure. */
export function rateConfidence({ group, groups, rejected }: ConfidenceInput): Confidence {
  const count = groups.length;
  const plausible = groups.reduce((sum, { members }) => sum + members.length, 0);
  const { reach } = group;
  const isFar = reach !== null && reach.differing > reach.compared * FAR;
  const isCompared = group.isCompared || plausible === 1;
  const value =
    (byGroups[count - 1] ?? MANY_GROUPS) *
    findWorth(group) *
    (count === 1 ? 1 : 0.7 + 0.3 * group.share) *
    (isFar ? FAR_WORTH : 1) *
    (isWithoutReach(group) ? WITHOUT_REACH : 1) *
    (plausible >= MANY_PLAUSIBLE ? LOOSE_TESTS : 1) *
    (isCompared ? 1 : NOT_COMPARED);
  const sure = value / Math.sqrt(group.surprise) / (1 + rejected);
  return { value: Math.round(sure * 100) / 100, reason: explain(group, count, plausible) };
}

function findWorth(group: RankedGroup): number {
  const best = Math.max(...group.members.map(({ candidate }) => candidate.score));
  if (best < LIKELY) return UNLIKELY;
  return isToken(group) ? TOKEN : LARGER;
}

/** Whether any member of the group changes one token: they do the same, so one is as good as another. */
function isToken({ members }: RankedGroup): boolean {
  return members.some(({ candidate: { edits } }) => {
    const [{ edit }] = edits;
    const isShort = edit.replacement.length <= MAX_TOKEN && edit.end - edit.start <= MAX_TOKEN;
    return edits.length === 1 && isShort && edit.end > edit.start && edit.replacement.trim() !== "";
  });
}

function explain(group: RankedGroup, count: number, plausible: number): string {
  if (plausible === 1) return "it is the only candidate that mends the item";
  const alike = `${group.members.length} of ${plausible} candidates that mend the item`;
  if (!group.isCompared)
    return `${plausible} candidates mend the item, and could not be compared in what they do`;
  return count === 1
    ? `all ${plausible} candidates that mend the item behave alike`
    : `${alike} behave alike`;
}
