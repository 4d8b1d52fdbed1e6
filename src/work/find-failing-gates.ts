import { checkId, findingId, type GateResult, type LocatedFinding } from "../domain/gate.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { buildEvidence } from "./build-evidence.ts";
import { buildWorkItem, type Failure } from "./build-work-item.ts";
import type { Finder, FinderDeps } from "./finder.ts";

/**
 * Makes work of what the gates fail on the base: one item for each failing test file and failure signature, for each
 * lint or type rule and file, for each golden project, and for each failing file or command. A gate that ended in
 * `error` gives a note and no item: without evidence there is nothing to mend. Benchmarks fail nothing by themselves.
 */
export const findFailingGates: Finder = ({ results, setAside, trackedFiles }, deps) => {
  const tracked = new Set(trackedFiles);
  const items: WorkItem[] = [];
  const notes: string[] = [];
  for (const result of results) {
    if (result.status === "error") {
      notes.push(`Gate ${result.gate} gives no evidence and no work: ${result.reason}`);
      continue;
    }
    const ignored = setAside.get(result.gate) ?? new Set<string>();
    const failures = [...listFailedChecks(result, ignored, tracked, deps), ...listFindings(result, ignored)];
    for (const [, group] of Map.groupBy(failures, ({ group }) => group)) {
      items.push(buildWorkItem(result, group));
    }
  }
  return { items, notes };
};

function listFailedChecks(
  result: GateResult,
  ignored: ReadonlySet<string>,
  tracked: ReadonlySet<string>,
  { failureSignature }: FinderDeps,
): readonly Failure[] {
  const failed = result.checks.filter((check) => check.status === "failed" && !ignored.has(checkId(check)));
  return failed.map((check) => {
    const signature = failureSignature(check);
    return {
      // A golden project or a command is one item by itself; tests that fail alike in one file are one item.
      group: result.kind === "tests" ? JSON.stringify([check.file, signature]) : checkId(check),
      file: check.file,
      signature,
      evidence: buildEvidence(check, tracked),
    };
  });
}

function listFindings(result: GateResult, ignored: ReadonlySet<string>): readonly Failure[] {
  const kept = result.findings.filter((finding) => !ignored.has(findingId(finding)));
  return kept.map((finding) => ({
    group: JSON.stringify([finding.file, finding.rule]),
    file: finding.file,
    signature: signFinding(finding),
    evidence: {
      id: findingId(finding),
      title: finding.rule === "" ? finding.message : `${finding.rule}: ${finding.message}`,
      message: finding.message,
      stack: "",
      ...(finding.file === "" ? {} : { at: { file: finding.file, line: finding.line } }),
    },
  }));
}

/** A rule names its failure; without one, the message does, whatever numbers and names are in it. */
function signFinding({ rule, message }: LocatedFinding): string {
  return rule === "" ? message.replace(/\d+/g, "N").replace(/(["'`]).*?\1/g, "$1…$1") : rule;
}
