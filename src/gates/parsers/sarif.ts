import { fileURLToPath } from "node:url";
import type { Finding } from "../../domain/gate.ts";
import { readJsonReport } from "./read-json-report.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { type SarifLocation, type SarifResult, type SarifRun, sarifReport } from "./sarif-schema.ts";
import { unreadable } from "./unreadable.ts";

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). A result is a finding when its kind is `fail`,
 * its level `error`, `warning` or `note`, and nothing suppresses it. A run that says of itself that it did not
 * succeed, or that keeps results in other files, is unreadable.
 */
export const parseSarif: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonReport(text, sarifReport, "SARIF");
  if (report.status === "unreadable") return report;
  const findings: Finding[] = [];
  for (const run of report.value.runs) {
    const tool = run.tool.driver.name;
    if (run.invocations.some((invocation) => !invocation.executionSuccessful)) {
      return unreadable(`${tool} says that its run did not succeed`, text);
    }
    if (run.externalPropertyFileReferences?.results !== undefined) {
      return unreadable(`${tool} keeps its results in other files`, text);
    }
    if (run.results === undefined || run.results === null) {
      return unreadable(`${tool} has no results, which means that it did not look`, text);
    }
    for (const result of run.results) findings.push(...readResult(result, run, { cwd, root }));
  }
  return { status: "findings", findings };
};

function readResult(result: SarifResult, run: SarifRun, base: { cwd: string; root: string }): Finding[] {
  const rules = run.tool.driver.rules;
  const name = result.ruleId ?? result.rule?.id;
  const index = result.ruleIndex ?? result.rule?.index ?? -1;
  // A hierarchical id, `CA2101/one`, belongs to the rule `CA2101` (section 3.27.5).
  const rule = rules[index] ?? rules.find(({ id }) => id === name || name?.startsWith(`${id}/`));
  const level = result.level ?? rule?.defaultConfiguration?.level ?? "warning";
  const isSuppressed = (result.suppressions ?? []).some(
    ({ status }) => status === undefined || status === "accepted",
  );
  if (result.kind !== "fail" || level === "none" || isSuppressed || result.baselineState === "absent")
    return [];
  const place = result.locations[0]?.physicalLocation;
  const { startLine = 1, startColumn = 0 } = place?.region ?? {};
  return [
    {
      file: relativePath(resolveUri(place?.artifactLocation, run), base),
      line: Math.max(1, startLine),
      ...(startColumn > 0 ? { column: startColumn } : {}),
      rule: name ?? rule?.id ?? "",
      message: result.message.text ?? result.message.markdown ?? result.message.id ?? "",
      severity: level === "error" ? "error" : "warning",
    },
  ];
}

/** A path, relative or absolute, from `uri`, `uriBaseId` and `index` (sections 3.4 and 3.14.14). */
function resolveUri(location: SarifLocation | undefined, run: SarifRun): string {
  const artifact = location?.index === undefined ? undefined : run.artifacts[location.index]?.location;
  const uri = location?.uri ?? artifact?.uri ?? "";
  const baseId = location?.uriBaseId ?? artifact?.uriBaseId;
  const baseUri = baseId === undefined ? undefined : run.originalUriBaseIds[baseId]?.uri;
  if (uri === "") return "";
  const whole =
    /^[a-z][a-z0-9+.-]*:/i.test(uri) || baseUri === undefined ? uri : `${baseUri.replace(/\/?$/, "/")}${uri}`;
  try {
    return whole.startsWith("file:") ? fileURLToPath(whole) : decodeURIComponent(whole);
  } catch {
    // Not every tool encodes its paths; a stray % is then part of the name.
    return whole;
  }
}
