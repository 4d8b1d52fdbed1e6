import type { Finding, LocatedFinding } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

/**
 * Findings with the text of their lines, which makes their identity. Where there is no such line (a finding about the
 * whole project, a file outside of the tree) the message stands for it. Sorted by file and line.
 */
export async function locateFindings(
  findings: readonly Finding[],
  sandbox: Pick<Sandbox, "read">,
): Promise<readonly LocatedFinding[]> {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const located: LocatedFinding[] = [];
  for (const file of [...byFile.keys()].sort()) {
    const content = file === "" || file.startsWith("/") ? null : await sandbox.read(file);
    const lines = content?.toString("utf8").split(/\r\n|\n|\r/) ?? [];
    const inOrder = (byFile.get(file) ?? []).toSorted((a, b) => a.line - b.line);
    for (const finding of inOrder) {
      located.push({ ...finding, lineText: lines[finding.line - 1] ?? finding.message });
    }
  }
  return located;
}
