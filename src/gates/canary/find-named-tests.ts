import type { GateResult } from "../../domain/gate.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";

const MAX_FILES = 200;
const MAX_NAMES = 50;
/** Names as short as these stand in any text. */
const MIN_NAME = 4;

/**
 * The test files of a report that names none, as TAP or some JUnit do: those that hold the name of one of its checks as
 * a text. At most the first 200 test files are read.
 */
export async function findNamedTests(input: {
  readonly base: GateResult;
  readonly cwd: string;
  readonly trackedFiles: readonly string[];
  read(path: string): Promise<string | null>;
}): Promise<readonly string[]> {
  const names = input.base.checks
    .filter(({ status, name }) => status !== "skipped" && name.length >= MIN_NAME)
    .map(({ name }) => name)
    .slice(0, MAX_NAMES);
  const prefix = input.cwd === "." ? "" : `${input.cwd}/`;
  const found: string[] = [];
  const tests = input.trackedFiles.filter((path) => path.startsWith(prefix) && isTestFile(path));
  for (const path of tests.slice(0, MAX_FILES)) {
    const text = await input.read(path);
    if (text !== null && names.some((name) => text.includes(name))) found.push(path);
  }
  return found;
}
