import type { ChangeSet } from "../change-set.ts";
import type { PolicyFinding } from "../policy-rule.ts";

/** One finding for each changed path of which `faultOf` says something, to finish the sentence "<path> …". Pure. */
export function findPathFaults(
  { files }: ChangeSet,
  faultOf: (path: string) => string | null,
): readonly PolicyFinding[] {
  return files.flatMap(({ path }) => {
    const fault = faultOf(path);
    return fault === null ? [] : [{ file: path, line: null, reason: `${JSON.stringify(path)} ${fault}` }];
  });
}
