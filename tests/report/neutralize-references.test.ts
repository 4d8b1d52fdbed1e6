import { expect, it } from "vitest";
import { neutralizeReferences } from "../../src/report/neutralize-references.ts";

it.each([
  ["thanks @octocat", "thanks @ octocat"],
  ["`@octocat` (@org/team)", "`@ octocat` (@ org/team)"],
  ["Fixes #12, closes octo/repo#3", "Fixes # 12, closes octo/repo# 3"],
  ["Resolves GH-7", "Resolves GH- 7"],
  ["closes https://github.com/o/r/issues/1", "closes https: //github.com/o/r/issues/1"],
  ["[skip ci] and [CI Skip]", "[ skip ci] and [ CI Skip]"],
  ["a\nCo-authored-by: X <x@example.org>", "a\n Co-authored-by: X <x@example.org>"],
  ["a\r\nNightshift-Item: other", "a\r\n Nightshift-Item: other"],
])("parts what a host would act on in %j", (text, expected) => {
  expect(neutralizeReferences(text)).toBe(expected);
});

it("leaves everything else as it is", () => {
  const text =
    "adds #one > 2, mail a@example.org, see https://example.org/a, C# and 5 # 6; by: nobody\n- unit: green";
  expect(neutralizeReferences(text)).toBe(text);
});
