import type { Check } from "../domain/gate.ts";
import { FILE_CHECK_NAME } from "./parsers/file-check.ts";

/** What Mocha and unittest call a hook that failed; neither takes such a name for a test by itself. */
const hookName = /^(?:"(?:before|after) (?:all|each)" hook\b|(?:setUp|tearDown)(?:Class|Module)$)/;

/**
 * Whether a check is no test but stands for a file that crashed, a hook or a suite. A suite is known by the checks
 * inside of it, which stood there in the same run: a test cannot become one by its removal.
 */
export function isStandIn(
  { suite, name }: Pick<Check, "suite" | "name">,
  siblings: readonly Check[],
): boolean {
  if (name === FILE_CHECK_NAME || hookName.test(name)) return true;
  const path = suite === "" ? name : `${suite} > ${name}`;
  return siblings.some((other) => other.suite === path || other.suite.startsWith(`${path} > `));
}
