import { type Check, checkId } from "../domain/gate.ts";
import { isStandIn } from "./is-stand-in.ts";

/** Checks of two runs by id, and the ids that count for nothing. */
export type ChecksOfRuns = {
  readonly before: ReadonlyMap<string, Check>;
  readonly after: ReadonlyMap<string, Check>;
  readonly setAside: ReadonlySet<string>;
};

/**
 * Whether a failing check that is gone is fixed: it stood for a file that crashed or could not be loaded, for a hook
 * or for a suite; everything else of its file that passed or failed then passes now, nothing of the file fails, and
 * something passes that did not. A test that was taken out is none of these, and where it was taken out of the same
 * file nothing there is fixed.
 */
export function isMendedAway(check: Check, { before, after, setAside }: ChecksOfRuns): boolean {
  const ofFile = (checks: ReadonlyMap<string, Check>): readonly Check[] =>
    [...checks.values()].filter((other) => other.file === check.file && !setAside.has(checkId(other)));
  const [then, now] = [ofFile(before), ofFile(after)];
  if (now.some(({ status }) => status === "failed")) return false;
  const passesNow = (other: Check): boolean => after.get(checkId(other))?.status === "passed";
  // A test that is gone is among these itself.
  const tests = then.filter((other) => other.status !== "skipped" && !isStandIn(other, then));
  if (!tests.every(passesNow)) return false;
  return now.some((other) => other.status === "passed" && before.get(checkId(other))?.status !== "passed");
}
