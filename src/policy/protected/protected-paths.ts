import picomatch from "picomatch";
import { builtInProtections } from "./built-in-protections.ts";
import { isTestFile } from "./is-test-file.ts";

/** Why a path may not be edited. */
export type Protection = {
  /** `tests`, `configured`, or the name of a built-in group: `automation`, `dependencies`, `tools`, `startup`. */
  readonly rule: string;
  /** What the rule keeps safe, to finish the sentence "it is protected: …". */
  readonly reason: string;
};

const options = { dot: true, nocase: true };
const matchers = builtInProtections.map(({ rule, reason, globs }) => ({
  rule,
  reason,
  isMatch: picomatch([...globs], options),
}));

/**
 * Why a path is protected, or null. `globs` are config's, besides the built-in ones; a match ignores case, since some
 * file systems do. The function that comes back is quick: make it once for many paths. Pure.
 */
export function createPathProtection(globs: readonly string[]): (path: string) => Protection | null {
  const isConfigured = globs.length === 0 ? () => false : picomatch([...globs], options);
  return (path) => {
    const group = matchers.find(({ isMatch }) => isMatch(path));
    if (group !== undefined) return { rule: group.rule, reason: group.reason };
    if (isConfigured(path))
      return { rule: "configured", reason: "policy.protected or a gate's own files in the configuration" };
    return isTestFile(path)
      ? { rule: "tests", reason: "tests and what they compare with are the judges" }
      : null;
  };
}

/** Whether a path may not be edited, by the built-in globs or by `globs`. Pure. */
export function isProtectedPath(path: string, globs: readonly string[]): boolean {
  return createPathProtection(globs)(path) !== null;
}
