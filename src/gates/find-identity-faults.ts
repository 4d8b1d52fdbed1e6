import { type Check, checkId, type GateResult } from "../domain/gate.ts";
import { isStandIn } from "./is-stand-in.ts";

/** A test of the base that a candidate's run lacks, or one that it skips. */
export type IdentityFault = {
  readonly kind: "gone" | "skipped";
  readonly id: string;
  readonly check: Check;
};

/**
 * Tests that are there no more, and tests that are skipped and were not. The base's tests, failing, skipped and flaky
 * ones too, have to be in the candidate's run under their names; each has an id of its own, so that fewer of one name
 * are seen. `fleeting` ids were not in every run of the base, so nobody can ask for them.
 *
 * What only stands for a file, a hook or a suite may go. Where a file has a failure that it did not have, its tests
 * are broken, not taken away, and the comparison says so; a file that never ran on the base may skip what it likes.
 */
export function findIdentityFaults(input: {
  readonly base: GateResult;
  readonly candidate: GateResult;
  readonly fleeting: ReadonlySet<string>;
  /** Ids that count for nothing when they fail; to be there they have all the same. */
  readonly setAside: ReadonlySet<string>;
}): readonly IdentityFault[] {
  const { base, candidate, fleeting, setAside } = input;
  if (base.status === "error" || candidate.status === "error") return [];
  const before = new Map(base.checks.map((check) => [checkId(check), check]));
  const after = new Map(candidate.checks.map((check) => [checkId(check), check]));
  const siblings = Map.groupBy(base.checks, ({ file }) => file);
  const standsIn = (check: Check): boolean => isStandIn(check, siblings.get(check.file) ?? []);
  const broken = new Set(
    [...after]
      .filter(([id, { status }]) => status === "failed" && before.get(id)?.status !== "failed")
      .flatMap(([id, { file }]) => (setAside.has(id) ? [] : [file])),
  );
  const gone = [...before]
    .filter(([id, check]) => !after.has(id) && !fleeting.has(id) && !standsIn(check))
    .filter(([, { file }]) => !broken.has(file))
    .map(([id, check]) => ({ kind: "gone" as const, id, check }));
  const hasNeverRun = (file: string): boolean =>
    (siblings.get(file) ?? []).some((check) => check.status === "failed" && standsIn(check));
  const skipped = [...after]
    .filter(([id, { status }]) => status === "skipped" && before.get(id)?.status !== "skipped")
    .filter(([id, { file }]) => !fleeting.has(id) && (before.has(id) || !hasNeverRun(file)))
    .map(([id, check]) => ({ kind: "skipped" as const, id, check }));
  return [...gone, ...skipped];
}
