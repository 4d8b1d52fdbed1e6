import { findSurprise } from "./find-surprise.ts";
import type { PlausibleGroup } from "./plausible.ts";

/** A group with what speaks for it, in the order in which groups are proposed. */
export type RankedGroup = PlausibleGroup & {
  /** Share of the likelihood of all groups that leave as few failures, from 0 to 1. */
  readonly share: number;
};

/**
 * The groups, best first, each with its least surprising member first: those that leave the fewest failures in the item's
 * files, then those whose members together are the likeliest. Likeliness is a candidate's score (suspicion × prior × what
 * was earned) less its surprise. Pure.
 */
export function orderGroups(groups: readonly PlausibleGroup[]): readonly RankedGroup[] {
  const rated = groups.map((group) => {
    const members = group.members
      .map((member) => ({ member, likeliness: member.candidate.score / findSurprise(member.candidate) }))
      .toSorted((a, b) => b.likeliness - a.likeliness);
    const [best, ...others] = members.map(({ member }) => member);
    return {
      group: best === undefined ? group : { ...group, members: [best, ...others] as const },
      likeliness: members.reduce((sum, { likeliness }) => sum + likeliness, 0),
      left: Math.min(...group.members.map(({ result }) => result.leftFailing)),
    };
  });
  const fewest = Math.min(...rated.map(({ left }) => left));
  const total = rated.reduce((sum, { left, likeliness }) => sum + (left === fewest ? likeliness : 0), 0);
  return rated
    .toSorted((a, b) => a.left - b.left || b.likeliness - a.likeliness)
    .map(({ group, likeliness, left }) => ({
      ...group,
      share: left === fewest && total > 0 ? likeliness / total : 0,
    }));
}
