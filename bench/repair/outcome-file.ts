import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { BugOutcome } from "../../tests/corpora/repair/run-bug.ts";
import type { CountedOutcome } from "./run-bugs.ts";

/** A file of outcomes, one JSON object a line, that a run which was cut off goes on with. */
export type OutcomeFile = {
  /** What the file had when it was opened, by the bug's id. */
  readonly known: ReadonlyMap<string, BugOutcome>;
  add(outcome: CountedOutcome): void;
};

/** Opens a file of outcomes; without a path nothing is known, and nothing is kept. */
export function openOutcomeFile(path: string | null): OutcomeFile {
  if (path === null) return { known: new Map(), add: () => {} };
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  // A run that was killed may have left half a line.
  const rows = lines.flatMap((line) => readRow(line) ?? []);
  return {
    known: new Map(rows.map((row) => [row.id, row])),
    add({ module, bug, ...outcome }) {
      const { half, runner } = module;
      const row = { ...outcome, half, runner, classes: bug.classes, origin: bug.origin };
      appendFileSync(path, `${JSON.stringify(row)}\n`);
    },
  };
}

function readRow(line: string): BugOutcome | null {
  try {
    return JSON.parse(line) as BugOutcome;
  } catch {
    return null;
  }
}
