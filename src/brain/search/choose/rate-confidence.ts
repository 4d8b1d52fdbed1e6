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

/** By how many behaviours mend the item, from one on: the more there are, the less the tests tell them apart. */
const byGroups = [0.97, 0.85, 0.75, 0.65] as const;
const MANY_GROUPS = 0.5;
/** What could not be compared counts less. */
const NOT_COMPARED = 0.97;

/** What behaves as the base does with every varied input suits the test's own. */
const WITHOUT_REACH = 0.6;

/** How sure it is that the best member of a group is what was meant. Calibrated on the development half of the repair corpus. Pure. */
export function rateConfidence({ group, groups, rejected }: ConfidenceInput): Confidence {
  const count = groups.length;
  const plausible = groups.reduce((sum, { members }) => sum + members.length, 0);
  const base = byGroups[count - 1] ?? MANY_GROUPS;
  const isCompared = group.isCompared || plausible === 1;
  const leaning = count === 1 ? 1 : 0.6 + 0.4 * group.share;
  const value =
    (base * leaning * (isCompared ? 1 : NOT_COMPARED) * (isWithoutReach(group) ? WITHOUT_REACH : 1)) /
    Math.sqrt(group.surprise) /
    (1 + rejected);
  return { value: Math.round(value * 100) / 100, reason: explain(group, count, plausible) };
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
