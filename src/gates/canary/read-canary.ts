import type { Check, GateResult } from "../../domain/gate.ts";
import type { Canary, CanaryCheck } from "./canary.ts";

/**
 * What a run says of the canary planted in it. `tampered`: the tree's code changed how it is judged. `unread`: the run
 * is no evidence by itself, and ended as broken code makes it end; it is an error in any case.
 */
export type CanaryVerdict =
  | { readonly status: "seen" }
  | { readonly status: "tampered"; readonly reason: string }
  | { readonly status: "unread"; readonly reason: string };

/**
 * Takes the canary's checks out of a run's result, which is then the one of the tree without it, and says whether each
 * of them ended as it has to. One that is missing, passed or was skipped where it has to fail means that the tests are
 * not to be believed. Pure.
 */
export function readCanary(
  result: GateResult,
  canary: Canary,
): { readonly result: GateResult; readonly verdict: CanaryVerdict } {
  if (result.status === "error") return { result, verdict: judgeError(result, canary) };
  const own = result.checks.filter((check) => isOfCanary(check, canary));
  const checks = result.checks.filter((check) => !isOfCanary(check, canary));
  const fault = findFault(canary.checks, own);
  return {
    result: withoutCanary(result, checks),
    verdict: fault === null ? { status: "seen" } : { status: "tampered", reason: fault },
  };
}

/** With tests that fail in the tree, no honest run ends with exit code 0, and none has a report without them. */
function judgeError({ exitCode, reason, checks }: GateResult, canary: Canary): CanaryVerdict {
  const own = checks.filter((check) => isOfCanary(check, canary));
  const fault = checks.length === 0 ? null : findFault(canary.checks, own);
  if (fault !== null) return { status: "tampered", reason: `${fault}; ${reason}` };
  if (exitCode !== 0) return { status: "unread", reason };
  return { status: "tampered", reason: `a planted test fails, but the run ends with exit code 0: ${reason}` };
}

/** A file that holds nothing but the canary has no checks of its own. */
function isOfCanary(check: Check, { checks, file, placement }: Canary): boolean {
  if (placement === "beside" && check.file === file) return true;
  return checks.some(({ token }) => check.name.includes(token) || check.suite.includes(token));
}

function findFault(expected: readonly CanaryCheck[], own: readonly Check[]): string | null {
  for (const { token, must, what } of expected) {
    const found = own.filter((check) => check.name.includes(token));
    if (found.length === 0) return `a planted test (${what}) is not in the report`;
    const wrong = found.find(({ status }) => status !== (must === "fail" ? "failed" : "passed"));
    if (wrong === undefined) continue;
    if (must === "fail") return `a planted test has to fail (${what}), and it ${describeStatus(wrong)}`;
    return `the changed code ${what}: ${wrong.message ?? describeStatus(wrong)}`.slice(0, 400);
  }
  return null;
}

function describeStatus({ status }: Check): string {
  return status === "skipped" ? "was skipped" : status;
}

function withoutCanary(result: GateResult, checks: readonly Check[]): GateResult {
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const [passed, failed, skipped] = [count("passed"), count("failed"), count("skipped")];
  const skips = skipped === 0 ? "" : `, ${skipped} skipped`;
  if (passed + failed === 0) {
    const reason = `no test was executed (${skipped} skipped); an empty run is no evidence`;
    return { ...result, status: "error", reason, checks };
  }
  const reason = `${passed} passed, ${failed} failed${skips}`;
  return { ...result, status: failed > 0 ? "failed" : "passed", reason, checks };
}
