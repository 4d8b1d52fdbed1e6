import type { Check } from "../../domain/gate.ts";

/** Name of the check that stands for a whole test file (or Go package). No runner gives a test this name. */
export const FILE_CHECK_NAME = "(file)";

/**
 * The check of a file that could not be loaded, crashed outside of its tests, or is itself one test. When such a
 * failure is mended the tests in the file are reported in its place, so that its going away is no lost test.
 */
export function buildFileCheck(
  file: string,
  outcome: Pick<Check, "status" | "message" | "stack" | "durationMs">,
): Check {
  return { file, suite: "", name: FILE_CHECK_NAME, ...outcome };
}
