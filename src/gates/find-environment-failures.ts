import { checkId, findingId, type GateResult } from "../domain/gate.ts";
import { guessSetting } from "./guess-setting.ts";

/** Failures that the sandbox's walls cause, and the setting that may help. */
export type EnvironmentFailures = { readonly ids: readonly string[]; readonly hint: string };

/**
 * What fails inside isolation and passes outside of it, on the same tree: ids, sorted. A gate that is an error inside
 * and none outside has no ids but a hint; null when isolation makes no difference.
 */
export function findEnvironmentFailures(inside: GateResult, outside: GateResult): EnvironmentFailures | null {
  if (outside.status === "error") return null;
  if (inside.status === "error") {
    return { ids: [], hint: guessSetting([inside.reason], inside) };
  }
  const passing = new Set(outside.checks.filter(({ status }) => status === "passed").map(checkId));
  const failing = inside.checks.filter((check) => check.status === "failed" && passing.has(checkId(check)));
  const known = new Set(outside.findings.map(findingId));
  const findings = inside.findings.filter((finding) => !known.has(findingId(finding)));
  const ids = [...new Set([...failing.map(checkId), ...findings.map(findingId)])].sort();
  if (ids.length === 0) return null;
  const messages = [
    ...failing.map(({ message, stack }) => `${message}\n${stack}`),
    ...findings.map((one) => one.message),
  ];
  return { ids, hint: guessSetting(messages, inside) };
}
