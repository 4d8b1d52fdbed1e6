import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainTask } from "../../brain.ts";
import type { TriedCandidate } from "../run/try-candidates.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import { observeBehaviours } from "./amplify/observe-behaviours.ts";
import type { PlausibleGroup } from "./plausible.ts";
import { probeGroups } from "./probe-groups.ts";

/** Candidates whose behaviour is looked at: the likeliest ones. The others are groups of their own. */
const MAX_COMPARED = 24;

/**
 * Groups candidates that do the same, those of one group and the groups in the order of what is given: with the item's
 * tests on varied inputs where a warm session is open, else with generated calls of what they change. Where neither tells
 * anything, each is a group of its own, not compared. The sandbox holds the base before and after.
 */
export async function groupPlausible(
  plausible: readonly TriedCandidate[],
  task: BrainTask,
  deps: { readonly parser: SourceParser; readonly session: Pick<WarmSession, "observe"> | null },
): Promise<readonly PlausibleGroup[]> {
  const compared = plausible.slice(0, MAX_COMPARED);
  const { session, parser } = deps;
  const programs = compared.map(({ edits }) => edits);
  const observed =
    session === null || compared.length === 0
      ? null
      : await observeBehaviours(programs, task, { session, parser });
  if (observed === null) return await probeGroups(plausible, task, deps);
  const described = compared.map((member, at) => {
    const notes = observed.programs[at] ?? new Map<string, string>();
    const key = JSON.stringify([...notes].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return { member, key, reach: measureReach(notes, observed.base) };
  });
  const groups = [...Map.groupBy(described, ({ key }) => key).values()].flatMap((alike): PlausibleGroup[] => {
    const [first, ...others] = alike;
    if (first === undefined) return [];
    const members = [first.member, ...others.map(({ member }) => member)] as const;
    return [{ members, isCompared: true, reach: first.reach }];
  });
  const rest = plausible.slice(MAX_COMPARED);
  return [...groups, ...rest.map((one) => ({ members: [one] as const, isCompared: false, reach: null }))];
}

function measureReach(notes: ReadonlyMap<string, string>, base: ReadonlyMap<string, string>) {
  const places = [...new Set([...notes.keys(), ...base.keys()])].filter((place) =>
    place.startsWith("varied:"),
  );
  const differing = places.filter((place) => notes.get(place) !== base.get(place)).length;
  return { differing, compared: places.length };
}
