import { posix } from "node:path";
import type { Runner } from "../../domain/gate.ts";
import { deriveToken } from "./derive-token.ts";

/**
 * A name beside a test file that the runner's globs pick up as they do that one, that ends as that one does where that
 * can be (who looks for a certain test file finds this one too), and that sorts ahead of it, since some runners load all
 * test files into one process in this order: `test/sum.test.js` → `test/0a1b2c-sum.test.js`, `test_sum.py` →
 * `test_0a1b2c_sum.py`.
 */
export function nameCanaryFile(host: string, runner: Runner, nonce: string): string {
  const [folder, base] = [posix.dirname(host), posix.basename(host)];
  const part = `0${deriveToken(nonce, 907).slice(0, 5)}`;
  return posix.join(folder, insertPart(base, runner, part));
}

function insertPart(base: string, runner: Runner, part: string): string {
  // Go leaves out files that begin with a point or an underscore, and reads a system's name ahead of _test.
  if (runner === "go") return `t${part}_${base}`;
  if (runner === "pytest" || runner === "unittest") return insertBehind(base, /^tests?_?/i, part, "_");
  if (/^(?:test|tests|spec)\./.test(base)) return `${part}.${base}`;
  return insertBehind(base, /^(?:test|spec)[-_]/, part, "-");
}

function insertBehind(base: string, start: RegExp, part: string, separator: string): string {
  const prefix = start.exec(base)?.[0] ?? "";
  const rest = base.slice(prefix.length);
  // A module of Python begins with no digit.
  const lead = prefix === "" && separator === "_" ? "_" : "";
  return `${prefix}${lead}${part}${rest.startsWith(".") ? "" : separator}${rest}`;
}
