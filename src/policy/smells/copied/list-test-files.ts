import type { ChangeSet } from "../../change-set.ts";
import { isTestFile } from "../../protected/is-test-file.ts";

/** Test files that are read; those that name a changed file come first. */
const MAX_TESTS = 60;

/** Paths of the base's tests in JavaScript, TypeScript and Python, those that name a changed file first. Bounded. Pure. */
export function listTestFiles({ entries, files }: ChangeSet): readonly string[] {
  const stems = files
    .map(({ path }) => path.replace(/^.*\//, "").replace(/\.\w+$/, ""))
    .filter((stem) => stem.length > 1);
  const isNear = (path: string) => stems.some((stem) => path.includes(stem));
  return [...entries.keys()]
    .filter((path) => isTestFile(path) && /\.(py|[cm]?[jt]sx?)$/.test(path))
    .sort((a, b) => Number(isNear(b)) - Number(isNear(a)))
    .slice(0, MAX_TESTS);
}
