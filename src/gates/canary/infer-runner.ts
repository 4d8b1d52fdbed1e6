import type { GateSpec, ReportFormat, Runner } from "../../domain/gate.ts";

/** Formats that one runner alone writes. */
const byFormat: Partial<Record<ReportFormat, Runner>> = {
  "vitest-json": "vitest",
  "jest-json": "jest",
  "mocha-json": "mocha",
  "node-test": "node-test",
  pytest: "pytest",
  unittest: "unittest",
  "go-test-json": "go",
  "cargo-test": "cargo",
};

/** What a test file has, of runners whose reports come in a format that many write. The first that fits counts. */
const byText: readonly (readonly [RegExp, Runner])[] = [
  [/["']node:test["']/, "node-test"],
  [/["']vitest["']/, "vitest"],
  [/["']@jest\/globals["']|\bjest\.(?:fn|mock|spyOn)\(/, "jest"],
  [/["']tape["']/, "tape"],
  [/^\s*(?:import|from)\s+pytest\b/m, "pytest"],
  [/^\s*(?:import|from)\s+unittest\b/m, "unittest"],
];

/**
 * Which runner a gate's tests are for: what the gate says, what its format tells, or what one of its test files imports;
 * null where nothing does. Pure.
 */
export function inferRunner(
  { runner, format }: Pick<GateSpec, "runner" | "format">,
  tests: readonly string[],
): Runner | null {
  const known = runner ?? (format === undefined ? undefined : byFormat[format]);
  if (known !== undefined) return known;
  return byText.find(([pattern]) => tests.some((text) => pattern.test(text)))?.[1] ?? null;
}
