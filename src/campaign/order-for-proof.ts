import type { GateResult, GateSpec } from "../domain/gate.ts";

/**
 * Sources in the order in which a gate most likely runs them: those that its failures and findings name, then those
 * whose name a checked file shares (`cart.js` and `cart.test.js`), then the rest of its own
 * folder; examples, benchmarks and the like last. Pure.
 */
export function orderForProof(
  sources: readonly string[],
  { checks, findings }: GateResult,
  { cwd }: GateSpec,
): readonly string[] {
  const evidence = checks.map(({ message = "", stack = "" }) => `${message}\n${stack}`).join("\n");
  const named = new Set(findings.map(({ file }) => file));
  const tested = new Set(checks.map(({ file }) => stem(file)));
  const weigh = (path: string): number => {
    if (named.has(path) || evidence.includes(path)) return 0;
    if (tested.has(stem(path))) return 1;
    const isAside = /(^|\/)(examples?|bench(marks?)?|docs?|scripts|fixtures)\//.test(path);
    return (cwd === "." || path.startsWith(`${cwd}/`) ? 2 : 4) + (isAside ? 1 : 0);
  };
  return sources.toSorted((a, b) => weigh(a) - weigh(b));
}

/** `cart` for `src/cart.js`, `test/cart.test.js`, `tests/test_cart.py` and `cart_test.go`. */
function stem(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const bare = name.slice(0, name.includes(".") ? name.indexOf(".") : undefined);
  return bare.replace(/^test_/, "").replace(/_test$/, "");
}
