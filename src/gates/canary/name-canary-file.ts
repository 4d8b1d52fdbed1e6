import { posix } from "node:path";
import type { Runner } from "../../domain/gate.ts";
import { deriveToken } from "./derive-token.ts";

/**
 * A name beside a test file that the runner's globs pick up as they do that one, and that ends as that one does where
 * that can be, since who looks for a certain test file then finds this one too: `test/sum.test.js` →
 * `test/0a1b2c-sum.test.js`, `test_sum.py` → `test_zza1b2c_sum.py`. Mocha loads it first, so that it sees what tests rest
 * on before anything else is loaded; Python's runners run it last, so that it loads nothing ahead of the tests.
 */
export function nameCanaryFile(host: string, runner: Runner, nonce: string): string {
  const [folder, base] = [posix.dirname(host), posix.basename(host)];
  const part = deriveToken(nonce, 907).slice(0, 5);
  return posix.join(folder, insertPart(base, runner, part));
}

function insertPart(base: string, runner: Runner, part: string): string {
  // Go leaves out files that begin with a point or an underscore, and reads a system's name ahead of _test.
  if (runner === "go") return `t${part}_${base}`;
  if (runner === "pytest" || runner === "unittest") return insertBehind(base, /^tests?_?/i, `zz${part}`, "_");
  if (/^(?:test|tests|spec)\./.test(base)) return `0${part}.${base}`;
  return insertBehind(base, /^(?:test|spec)[-_]/, `0${part}`, "-");
}

function insertBehind(base: string, start: RegExp, part: string, separator: string): string {
  const prefix = start.exec(base)?.[0] ?? "";
  const rest = base.slice(prefix.length);
  return `${prefix}${part}${rest.startsWith(".") ? "" : separator}${rest}`;
}
