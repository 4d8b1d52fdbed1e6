import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replaceText } from "../../../../src/brain/llm/tools/replace-text.ts";

describe("replacing the one place where a text stands", () => {
  it("replaces it, and says at which line the change begins", () => {
    expect(replaceText("a\nb\nc\n", "b\nc", "b\nd")).toEqual({
      status: "replaced",
      text: "a\nb\nd\n",
      line: 3,
    });
  });

  it("keeps CRLF, where the model writes LF", () => {
    const replaced = replaceText("a\r\nb\r\nc\r\n", "a\nb\n", "a\nx\ny\n");
    expect(replaced).toEqual({ status: "replaced", text: "a\r\nx\r\ny\r\nc\r\n", line: 2 });
  });

  it("writes LF into a file with LF, where the model writes CRLF", () => {
    expect(replaceText("a\nb\n", "a\r\nb", "a\r\nc\r\nd")).toMatchObject({ text: "a\nc\nd\n" });
  });

  it("keeps each line's own end in a file that mixes them", () => {
    const replaced = replaceText("a\nb\r\nc\nd\n", "a\nb\nc", "a\nB\nc");
    expect(replaced).toMatchObject({ text: "a\nB\r\nc\nd\n" });
  });

  it("keeps a byte order mark, a missing last line end and carriage returns that end no line", () => {
    expect(replaceText("\ufeffa\rb\nc", "c", "d")).toMatchObject({ text: "\ufeffa\rb\nd" });
    expect(replaceText("\ufeffa\n", "a", "b")).toMatchObject({ text: "\ufeffb\n" });
  });

  it("takes what a replacement pattern would be for plain text", () => {
    expect(replaceText("f(x)", "x", "$&$1$$")).toMatchObject({ text: "f($&$1$$)" });
  });

  it("says where else the text stands, overlapping places too", () => {
    expect(replaceText("x\ny\nx\n", "x", "z")).toEqual({ status: "ambiguous", lines: [1, 3], isMore: false });
    expect(replaceText("aaa", "aa", "b")).toMatchObject({ status: "ambiguous" });
    expect(replaceText("x\n".repeat(50), "x", "z")).toMatchObject({ status: "ambiguous", isMore: true });
  });

  it("replaces nothing for an empty text, the same text or one that is not there", () => {
    expect(replaceText("abc", "", "x")).toEqual({ status: "empty" });
    expect(replaceText("abc", "b", "b")).toEqual({ status: "same" });
    expect(replaceText("a\r\nb", "a\nb", "a\r\nb")).toEqual({ status: "same" });
    expect(replaceText("abc", "B", "x")).toEqual({ status: "missing" });
  });

  it("changes nothing but the place, whatever the texts are", () => {
    const part = fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r\n", "é", "😀"), maxLength: 8 });
    fc.assert(
      fc.property(part, part, part, part, (before, old, after, next) => {
        const replaced = replaceText(`${before}<${old}>${after}`, `<${old}>`, `<${next}>`);
        const toLf = (text: string) => text.replaceAll("\r\n", "\n");
        if (toLf(old) === toLf(next)) return replaced.status === "same";
        if (replaced.status !== "replaced") return false;
        return (
          replaced.text.startsWith(`${before}<`) &&
          replaced.text.endsWith(`>${after}`) &&
          toLf(replaced.text) === toLf(`${before}<${next}>${after}`)
        );
      }),
      { numRuns: 500 },
    );
  });
});
