import type { ChangedFile, ChangeSet } from "../change-set.ts";
import { listNewLines } from "../list-new-lines.ts";
import type { PolicyFinding } from "../policy-rule.ts";

/**
 * The first new line of each changed file of which `faultOf` says something, as a finding with its place. Files that
 * `mayMatch` finds nothing in are passed by, for speed. Pure.
 */
export function findNewLineFaults(
  { files }: ChangeSet,
  mayMatch: RegExp,
  faultOf: (line: string, file: ChangedFile, number: number) => string | null,
): readonly PolicyFinding[] {
  return files.flatMap((file) => {
    if (!mayMatch.test(file.after?.text ?? "")) return [];
    for (const { line, text } of listNewLines(file)) {
      const fault = faultOf(text, file, line);
      if (fault !== null) return [{ file: file.path, line, reason: `${file.path} ${fault}` }];
    }
    return [];
  });
}
