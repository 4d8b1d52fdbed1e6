import { describe, expect, it } from "vitest";
import { cutText } from "../../../src/campaign/bundle/cut-text.ts";

describe("cutText", () => {
  it.each([
    ["short", 5, "short"],
    ["too long", 5, "too \u2026"],
    ["ab\u{1f600}cd", 4, "ab\u2026"],
    ["a\ud800b", 5, "a\ufffdb"],
    ["", 1, ""],
  ])("%j in %i is %j", (text, maxChars, expected) => {
    expect(cutText(text, maxChars)).toBe(expected);
  });
});
