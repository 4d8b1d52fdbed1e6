import type { GitRepository } from "./git-repository.ts";

const testFile = (name: string, lines: readonly string[]): string =>
  [`import assert from "node:assert";`, `import { test } from "node:test";`, name, ...lines, ""].join("\n");

/** A comparison that the search mends with its first candidate, and the two tests that show it. Not committed. */
export function writeLimitBug(repository: GitRepository): void {
  repository.write("package.json", `{ "name": "limits", "type": "module" }\n`);
  repository.write("src/limit.js", "export const isWithin = (value, limit) => value < limit;\n");
  repository.write(
    "test/limit.test.js",
    testFile(`import { isWithin } from "../src/limit.js";`, [
      `test("the limit itself is within", () => assert.equal(isWithin(5, 5), true));`,
      `test("more is not", () => assert.equal(isWithin(6, 5), false));`,
    ]),
  );
}

/** A failure that no operator of the search mends: what is expected stands nowhere. Not committed. */
export function writeHopelessBug(repository: GitRepository): void {
  repository.write("src/word.js", `export const word = () => "night";\n`);
  repository.write(
    "test/word.test.js",
    testFile(`import { word } from "../src/word.js";`, [
      `test("is another word", () => assert.equal(word(), [..."nightly"].map((sign) => sign.charCodeAt(0) * 7919).join("-")));`,
    ]),
  );
}

/** Writes the config file; `text` is YAML. */
export function writeConfig(repository: GitRepository, text: string): void {
  repository.write(".github/nightshift.yml", text);
}
