import { describe, expect, it } from "vitest";
import { countTokens } from "../../../../src/brain/llm/prompt/count-tokens.ts";
import { cutToTokens } from "../../../../src/brain/llm/prompt/cut-to-tokens.ts";
import { takePieces } from "../../../../src/brain/llm/prompt/take-pieces.ts";

const huge: Readonly<Record<string, string>> = {
  "lines of code": "const total = lines.reduce((sum, line) => sum + line.cents, 0);\n".repeat(20_000),
  "one line": "a".repeat(1_000_000),
  "one line of Han": "漢字".repeat(500_000),
  emoji: "👩‍👩‍👧".repeat(50_000),
  "line feeds": "\n".repeat(10_000_000),
  spaces: " ".repeat(10_000_000),
  "lone surrogates": "\ud83d".repeat(100_000),
  "marks of a model": "<|endoftext|>".repeat(100_000),
};

describe("cutToTokens", () => {
  it("leaves what fits as it is", async () => {
    const text = "one\ntwo\n";
    expect(await cutToTokens(text, 100)).toBe(text);
    expect(await cutToTokens("", 1)).toBe("");
  });

  it.each(Object.entries(huge))(
    "keeps megabytes of %s below the cap, and says that they are cut",
    async (_, text) => {
      const cut = await cutToTokens(text, 300);
      expect(await countTokens(cut)).toBeLessThanOrEqual(300);
      expect(cut).toMatch(/^… cut here: \d+ more characters$/m);
      expect(cut.isWellFormed()).toBe(true);
    },
  );

  it("uses the room that it has, in whole lines", async () => {
    const cut = await cutToTokens(huge["lines of code"] ?? "", 300);
    expect(await countTokens(cut)).toBeGreaterThan(240);
    for (const line of cut.split("\n").slice(0, -1)) expect(line).toMatch(/^const total = .*;$/);
  });

  it("gives nothing where not even a note has room", async () => {
    expect(await cutToTokens("word ".repeat(100), 10)).toBe("");
  });
});

describe("takePieces", () => {
  it("takes all as they are where they fit together", async () => {
    expect(await takePieces(["a", "b"], 100)).toEqual({ pieces: ["a", "b"], left: 0 });
  });

  it("cuts each to its share, and counts those without room", async () => {
    const piece = "some words of a piece\n".repeat(100);
    const { pieces, left } = await takePieces(Array(10_000).fill(piece), 500, () => 150);
    expect(await countTokens(pieces.join("\n"))).toBeLessThanOrEqual(500);
    expect(pieces.length).toBeGreaterThanOrEqual(3);
    expect(left).toBe(10_000 - pieces.length);
    for (const one of pieces) expect(one).toContain("… cut here");
  });
});
