import type { ProbeOutcome } from "./run-probe.ts";

/** Calls whose outcome says nothing: they differ from one call to the next, or were never made. */
const silent: ReadonlySet<string> = new Set(["unstable", "not-run"]);

/** How candidates compare by what they do. */
export type BehaviourGroups = {
  /** Positions of candidates that do the same on every input that tells, the largest group first. */
  readonly groups: readonly (readonly number[])[];
  /** For each candidate, the share of the compared ones that do as it does, itself included; null where it was not probed. */
  readonly shares: readonly (number | null)[];
  /** Inputs that tell candidates apart, and inputs that were compared. */
  readonly differing: number;
  readonly compared: number;
};

/** Groups candidates that behave alike. Pure. */
export function groupBehaviours(outcomes: readonly ProbeOutcome[]): BehaviourGroups {
  const probed = outcomes.flatMap((outcome, at) =>
    outcome.status === "probed" ? [{ at, behaviours: outcome.behaviours }] : [],
  );
  const inputs = (probed[0]?.behaviours ?? []).map((_, input) => input);
  const telling = inputs.filter((input) =>
    probed.every(({ behaviours }) => !silent.has(behaviours[input] ?? "not-run")),
  );
  const differing = telling.filter(
    (input) => new Set(probed.map(({ behaviours }) => behaviours[input])).size > 1,
  ).length;
  const byKey = Map.groupBy(probed, ({ behaviours }) =>
    JSON.stringify(telling.map((input) => behaviours[input])),
  );
  const groups = [...byKey.values()]
    .map((members) => members.map(({ at }) => at))
    .toSorted((a, b) => b.length - a.length);
  const shares = outcomes.map((_, at) => {
    const group = groups.find((members) => members.includes(at));
    return group === undefined || telling.length === 0 ? null : group.length / probed.length;
  });
  return { groups, shares, differing, compared: telling.length };
}
