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
 * What only stands for a file, a hook or a suite may go. Where a file or a hook fails that did not, the tests there are
 * broken, not taken away, and the comparison says so; a file that never ran on the base may skip what it likes.
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
  const standsInBefore = createStandInTest(base.checks);
  const standsInAfter = createStandInTest(candidate.checks);
  const broken = new Set(
    [...after]
      .filter(([id, { status }]) => status === "failed" && before.get(id)?.status !== "failed")
      .filter(([id, check]) => !setAside.has(id) && standsInAfter(check))
      .map(([, { file }]) => file),
  );
  const gone = [...before]
    .filter(([id, check]) => !after.has(id) && !fleeting.has(id) && !standsInBefore(check))
    .filter(([, { file }]) => !broken.has(file))
    .map(([id, check]) => ({ kind: "gone" as const, id, check }));
  const hasNeverRun = (file: string): boolean =>
    base.checks.some((check) => check.file === file && check.status === "failed" && standsInBefore(check));
  const skipped = [...after]
    .filter(([id, { status }]) => status === "skipped" && before.get(id)?.status !== "skipped")
    .filter(([id, { file }]) => !fleeting.has(id) && (before.has(id) || !hasNeverRun(file)))
    .map(([id, check]) => ({ kind: "skipped" as const, id, check }));
  return [...gone, ...skipped];
}

function createStandInTest(checks: readonly Check[]): (check: Check) => boolean {
  const byFile = Map.groupBy(checks, ({ file }) => file);
  return (check) => isStandIn(check, byFile.get(check.file) ?? []);
}
