import { posix } from "node:path";
import type { Runner } from "../../domain/gate.ts";
import { deriveToken } from "./derive-token.ts";

/**
 * A name beside a test file that the runner's globs pick up as they do that one, and that tells no more of itself than
 * that one: `test/sum.test.js` → `test/sum-a1b2c3.test.js`, `test_sum.py` → `test_0a1b2c3_sum.py`. It sorts ahead of the
 * host, since some runners load all test files into one process in this order.
 */
export function nameCanaryFile(host: string, runner: Runner, nonce: string): string {
  const [folder, base] = [posix.dirname(host), posix.basename(host)];
  const part = deriveToken(nonce, 907).slice(0, 6);
  return posix.join(folder, insertPart(base, runner, part));
}

function insertPart(base: string, runner: Runner, part: string): string {
  if (runner === "go") return base.replace(/_test\.go$/, `_${part}_test.go`);
  if (runner === "pytest" || runner === "unittest") {
    const prefix = /^tests?_?/i.exec(base)?.[0];
    if (prefix === undefined) return `_0${part}_${base}`;
    const rest = base.slice(prefix.length);
    return `${prefix}0${part}${rest.startsWith(".") ? "" : "_"}${rest}`;
  }
  const dot = base.indexOf(".");
  return dot <= 0 ? `${base}-${part}` : `${base.slice(0, dot)}-${part}${base.slice(dot)}`;
}
