import type { Check, GateResult, GateSpec, LocatedFinding } from "../../src/domain/gate.ts";
import type { GateDeps } from "../../src/gates/gate-context.ts";

/** A gate with defaults that a test need not care for. */
export function buildSpec(spec: Partial<GateSpec> & Pick<GateSpec, "kind" | "command">): GateSpec {
  return {
    name: spec.kind,
    before: [],
    cwd: ".",
    env: {},
    network: "none",
    timeoutMs: 30_000,
    isRequired: true,
    order: 1,
    ...spec,
  };
}

/** A result with defaults; its status follows from its checks and findings where none is given. */
export function buildResult(result: Partial<GateResult>): GateResult {
  const { checks = [], findings = [] } = result;
  const isFailing = checks.some(({ status }) => status === "failed") || findings.length > 0;
  return {
    gate: "tests",
    kind: "tests",
    status: isFailing ? "failed" : "passed",
    reason: "",
    checks,
    findings,
    measurements: [],
    exitCode: isFailing ? 1 : 0,
    durationMs: 1,
    outputTail: "",
    network: "none",
    ...result,
  };
}

/** Checks of one file: name → status. */
export function buildChecks(
  statuses: Readonly<Record<string, Check["status"]>>,
  file = "a.test.js",
): Check[] {
  return Object.entries(statuses).map(([name, status]) => ({ file, suite: "", name, status }));
}

/** An error that a linter found in a line. */
export function buildFinding(lineText: string, finding: Partial<LocatedFinding> = {}): LocatedFinding {
  return { file: "a.js", line: 1, rule: "rule", message: "m", severity: "error", lineText, ...finding };
}

/** Real time, and a commit with these files. */
export function buildGateDeps(files: readonly string[] = []): GateDeps {
  return {
    clock: { elapsedMs: () => performance.now() },
    git: { listFiles: async () => files.map((path) => ({ path, mode: "100644", hash: "0".repeat(40) })) },
  };
}
