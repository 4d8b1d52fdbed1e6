import { chooseWindows } from "./choose-windows.ts";
import { findDefinitions } from "./find-definitions.ts";
import { listNames } from "./list-names.ts";
import { mergeWindows, type Window } from "./merge-windows.ts";

const MAX_TEST_LINES = 60;
/** What a test uses of its own file, such as sample data. */
const MAX_FIXTURES = 4;
const MAX_FIXTURE_LINES = 12;
/** Where one test starts, in the runners that are known. */
const testStart =
  /^\s*(?:await\s+)?(?:(?:it|test|specify|t\.test|t\.run)\b|(?:async\s+)?def\s+test|func\s+Test|(?:async\s+)?fn\s)/;

/** The windows of a test file that show the tests at these places, and what they use that is defined beside them. Pure. */
export function chooseTestWindows(lines: readonly string[], places: readonly number[]): readonly Window[] {
  const tests = chooseWindows(lines, places, {
    ...{ maxLength: MAX_TEST_LINES, around: 0 },
    isStart: (line) => testStart.test(line),
  });
  const names = new Set(tests.flatMap(({ from, to }) => listNames(lines.slice(from - 1, to).join("\n"))));
  const isShown = (line: number) => tests.some(({ from, to }) => line >= from && line <= to);
  const fixtures = findDefinitions(lines, names)
    .filter((line) => !isShown(line) && /^\S/.test(lines[line - 1] ?? ""))
    .slice(0, MAX_FIXTURES);
  const used = chooseWindows(lines, fixtures, { maxLength: MAX_FIXTURE_LINES, around: 0 });
  return mergeWindows([...tests, ...used]);
}
