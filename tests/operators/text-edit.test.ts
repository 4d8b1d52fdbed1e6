import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyTextEdit, textEditKey } from "../../src/operators/text-edit.ts";

describe("textEditKey", () => {
  it("is the same for edits that give the same text, and for no others", () => {
    const edits = fc.record({
      start: fc.nat(6),
      length: fc.nat(3),
      replacement: fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b"), minLength: 9, maxLength: 9 }),
        edits,
        edits,
        (text, one, two) => {
          const [a, b] = [one, two].map(({ start, length, replacement }) => ({
            start,
            end: start + length,
            replacement,
          }));
          if (a === undefined || b === undefined) return;
          const isSame = applyTextEdit(text, a) === applyTextEdit(text, b);
          expect(textEditKey(text, a) === textEditKey(text, b)).toBe(isSame);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
