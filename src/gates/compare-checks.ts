import { type Check, checkId } from "../domain/gate.ts";
import { isMendedAway } from "./is-mended-away.ts";

/** Ids that differ in the sense of a judgement, each list in the order of its run. */
export type Difference = { readonly fixed: readonly string[]; readonly broken: readonly string[] };

/**
 * Compares checks by identity. Broken is what passed on the base and now fails, is skipped or is gone, and what fails
 * now and did not fail on the base. Fixed is what failed on the base and passes now.
 *
 * A file, a suite or a hook that failed has a failing check which nothing replaces when it is mended; `isMendedAway`
 * says when it counts as fixed. A failing test that is gone is never fixed.
 */
export function compareChecks(
  base: readonly Check[],
  candidate: readonly Check[],
  setAside: ReadonlySet<string>,
): Difference {
  const before = new Map(base.map((check) => [checkId(check), check]));
  const after = new Map(candidate.map((check) => [checkId(check), check]));
  const counts = ([id]: readonly [string, Check]): boolean => !setAside.has(id);
  const lost = [...before]
    .filter(([id, { status }]) => status === "passed" && after.get(id)?.status !== "passed")
    .filter(counts);
  const failing = [...after]
    .filter(([id, { status }]) => status === "failed" && before.get(id)?.status !== "failed")
    .filter(counts);
  const mended = [...before]
    .filter(([, { status }]) => status === "failed")
    .filter(counts)
    .filter(([id, check]) => {
      const now = after.get(id);
      return now === undefined ? isMendedAway(check, { before, after, setAside }) : now.status === "passed";
    });
  return {
    fixed: mended.map(([id]) => id),
    broken: [...new Set([...lost, ...failing].map(([id]) => id))],
  };
}
