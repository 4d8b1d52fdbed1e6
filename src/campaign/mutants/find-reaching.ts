import type { Reach, TestFile } from "./measure-reach.ts";
import type { Mutant } from "./mutant.ts";

/**
 * The test files that go through a mutant's line, the quickest first; all of them where coverage is not known. What is
 * outside of functions is run whenever its file is loaded. Pure.
 */
export function findReaching(mutant: Mutant, { testFiles, blindness }: Reach): readonly TestFile[] {
  return testFiles
    .filter((file) => blindness !== null || file.trace === null || isReached(mutant, file.trace))
    .toSorted((a, b) => a.baseMs - b.baseMs);
}

function isReached(
  { path, line, statement }: Mutant,
  { lines, functions }: NonNullable<TestFile["trace"]>,
): boolean {
  const covered = lines.get(path);
  const called = functions.get(path);
  if (covered === undefined) {
    // A function without a name is not counted apart.
    return called !== undefined && (statement.name === "" || called.has(statement.name));
  }
  if (statement.owner === "") return true;
  for (let at = Math.min(statement.from, line); at <= Math.max(statement.to, line); at += 1)
    if (covered.has(at)) return true;
  return false;
}
