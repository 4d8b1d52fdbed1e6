/** A project whose one failing test the search mends with its first candidate; `extra` beside it. */
export function limitFiles(extra: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    ".github/nightshift.yml": "brain: { seed: 1, maxCandidates: 4 }\n",
    "package.json": `{ "name": "limits", "type": "module" }\n`,
    "src/limit.js": "export const isWithin = (value, limit) => value < limit;\n",
    "test/limit.test.js": [
      `import assert from "node:assert";`,
      `import { test } from "node:test";`,
      `import { isWithin } from "../src/limit.js";`,
      `test("the limit itself is within", () => assert.equal(isWithin(5, 5), true));`,
      `test("more is not", () => assert.equal(isWithin(6, 5), false));\n`,
    ].join("\n"),
    ...extra,
  };
}
