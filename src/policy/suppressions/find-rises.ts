import { REGION, type Suppression } from "./suppression.ts";

/** A suppression with its file, and whether the change wrote its line. */
export type PlacedSuppression = Suppression & { readonly file: string; readonly isFresh: boolean };

/**
 * The suppressions after a change that nothing before it stands for: one stands for another of its kind if it silences as
 * much, as far. A moved or narrowed one is no rise. Ends of regions that are gone, or moved on, make the region larger. Pure.
 */
export function findRises(
  before: readonly Suppression[],
  after: readonly PlacedSuppression[],
): readonly PlacedSuppression[] {
  const free = before.filter(({ reach }) => reach > 0);
  const take = (isFit: (one: Suppression) => boolean): boolean => {
    const index = free.findIndex(isFit);
    if (index !== -1) free.splice(index, 1);
    return index !== -1;
  };
  // Those that the change did not write are the old ones: what is left over is what is shown.
  const ordered = after
    .filter(({ reach }) => reach > 0)
    .sort((one, other) => Number(one.isFresh) - Number(other.isFresh));
  const unmatched = ordered.filter(
    (one) => !take(({ kind, rule, reach }) => kind === one.kind && rule === one.rule && reach === one.reach),
  );
  const risen = unmatched.filter(
    (one) =>
      !take(
        ({ kind, rule, reach }) =>
          kind === one.kind && (rule === one.rule || rule === "*") && reach >= one.reach,
      ),
  );
  return [...risen, ...findOpened(before, after)];
}

function findOpened(
  before: readonly Suppression[],
  after: readonly PlacedSuppression[],
): readonly PlacedSuppression[] {
  const kinds = new Set(before.filter(({ reach }) => reach === 0).map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const [was, is] = [before, after].map((list) => list.filter((one) => one.kind === kind));
    const opens = after.filter((one) => one.kind === kind && one.reach === REGION);
    const shown = opens[0];
    if (was === undefined || is === undefined || shown === undefined) return [];
    const moved = after.find((one) => one.kind === kind && one.reach === 0 && one.isFresh);
    if (moved !== undefined && opens.some(({ isFresh }) => !isFresh) && countEnds(is) <= countEnds(was))
      return [moved];
    return countOpen(is) > countOpen(was) && countEnds(is) < countEnds(was) ? [shown] : [];
  });
}

function countEnds(list: readonly Suppression[]): number {
  return list.filter(({ reach }) => reach === 0).length;
}

function countOpen(list: readonly Suppression[]): number {
  return list.filter(({ reach }) => reach === REGION).length - countEnds(list);
}
