import type { TestLiteral } from "../../../operators/clues.ts";
import { findSurprise } from "./find-surprise.ts";
import type { PlausibleGroup } from "./plausible.ts";

/** What a behaviour is worth that is the base's with every varied input: it may suit the test's own alone, or be a boundary. */
const WITHOUT_REACH = 0.35;
/** So many places have to be compared for that to say anything. */
const MIN_COMPARED = 6;

/** Of two that mend the item, the one that changes less of what the program does is the likelier. */
const NEARNESS = 0.7;

/** A group with what speaks for it, in the order in which groups are proposed. */
export type RankedGroup = PlausibleGroup & {
  /** Share of the likelihood of all groups that leave as few failures, from 0 to 1. */
  readonly share: number;
  /** How surprising its first member is; 1: not at all. */
  readonly surprise: number;
};

/**
 * The groups, best first, each with its least surprising member first: those that leave the fewest failures in the item's
 * files, then the likeliest. Likeliness is the best member's score (suspicion × prior × what was earned) less its surprise,
 * more where many members agree, and more where little else changes with it. Pure.
 */
export function orderGroups(
  groups: readonly PlausibleGroup[],
  literals: readonly TestLiteral[] = [],
): readonly RankedGroup[] {
  const rated = groups.map((group) => {
    const members = group.members
      .map((member) => {
        const surprise = findSurprise(member, literals);
        return { member, surprise, likeliness: member.candidate.score / surprise };
      })
      .toSorted((a, b) => b.likeliness - a.likeliness);
    const [best, ...others] = members.map(({ member }) => member);
    const [top = 0] = members.map(({ likeliness }) => likeliness);
    // Many ways to write the same say something, but most of them are only ways to write.
    const many = 1 + Math.log2(members.length) / 4;
    return {
      group: best === undefined ? group : { ...group, members: [best, ...others] as const },
      surprise: members[0]?.surprise ?? 1,
      likeliness: top * many * findNearness(group),
      left: Math.min(...group.members.map(({ result }) => result.leftFailing)),
    };
  });
  const fewest = Math.min(...rated.map(({ left }) => left));
  const total = rated.reduce((sum, { left, likeliness }) => sum + (left === fewest ? likeliness : 0), 0);
  return rated
    .toSorted((a, b) => a.left - b.left || b.likeliness - a.likeliness)
    .map(({ group, surprise, likeliness, left }) => ({
      ...group,
      surprise,
      share: left === fewest && total > 0 ? likeliness / total : 0,
    }));
}

function findNearness(group: PlausibleGroup): number {
  if (group.reach === null || group.reach.compared < MIN_COMPARED) return 1;
  const nearness = (group.reach.compared / (group.reach.differing + 2)) ** NEARNESS;
  return nearness * (isWithoutReach(group) ? WITHOUT_REACH : 1);
}

/** Whether a group was seen to do what the base does with all inputs but the tests' own. Pure. */
export function isWithoutReach({ reach }: Pick<PlausibleGroup, "reach">): boolean {
  return reach !== null && reach.compared >= MIN_COMPARED && reach.differing === 0;
}
