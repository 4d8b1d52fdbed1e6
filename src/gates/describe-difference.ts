import { createPatch } from "diff";

const MAX_CHARACTERS = 2048;
/** Beyond this a line diff takes too long, and nobody reads it. */
const MAX_COMPARED = 200_000;

/** How actual differs from expected, as the first hunks of a unified diff; at most 2,048 characters. */
export function describeDifference(path: string, expected: Buffer, actual: Buffer): string {
  const patch =
    Math.max(expected.length, actual.length) > MAX_COMPARED
      ? undefined
      : createPatch(path, expected.toString("utf8"), actual.toString("utf8"), "expected", "actual", {
          context: 2,
          timeout: 1000,
        });
  const hunks = patch?.split("\n").slice(2).join("\n");
  if (hunks?.includes("@@")) return cut(hunks);
  const length = Math.min(expected.length, actual.length);
  let at = 0;
  while (at < length && expected[at] === actual[at]) at += 1;
  return `${path} differs from byte ${at} on (expected ${expected.length} bytes, got ${actual.length})`;
}

function cut(text: string): string {
  return text.length <= MAX_CHARACTERS ? text.trimEnd() : `${text.slice(0, MAX_CHARACTERS - 2)}\n…`;
}
