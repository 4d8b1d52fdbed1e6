import { type Check, checkId } from "../domain/gate.ts";

/** Ids that differ in the sense of a judgement, each list in the order of its run. */
export type Difference = { readonly fixed: readonly string[]; readonly broken: readonly string[] };

/**
 * Compares checks by identity. Broken is what passed on the base and now fails, is skipped or is gone, and what fails
 * now and did not fail on the base. Fixed is what failed on the base and passes now.
 *
 * A file that could not even be loaded has one failing check in place of its tests; that one is fixed when it is gone,
 * the file had no other executed check on the base, and has passing checks and no failing one now.
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
    .filter(([id, check]) => {
      const now = after.get(id);
      return now === undefined ? isLoadedNow(check.file, base, candidate) : now.status === "passed";
    })
    .filter(counts);
  return {
    fixed: mended.map(([id]) => id),
    broken: [...new Set([...lost, ...failing].map(([id]) => id))],
  };
}

function isLoadedNow(file: string, base: readonly Check[], candidate: readonly Check[]): boolean {
  const isOf = (check: Check): boolean => check.file === file;
  const wasLoaded = base.filter(isOf).some(({ status }) => status === "passed");
  const now = candidate.filter(isOf).map(({ status }) => status);
  return !wasLoaded && now.includes("passed") && !now.includes("failed");
}
