import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boundTokens } from "../../../../src/brain/llm/prompt/bound-tokens.ts";
import { countTokens } from "../../../../src/brain/llm/prompt/count-tokens.ts";
import { corpusSeed, createRandom, isFullCorpus } from "../../../helpers/corpus.ts";

const random = createRandom(corpusSeed);
const pick = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;
const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const rare = [..."qjzxwkv"];
const makers: readonly (() => string)[] = [
  () => pick(letters),
  () => pick(rare).repeat(1 + Math.floor(random() * 3)),
  () => pick(letters).toUpperCase(),
  () => " ".repeat(1 + Math.floor(random() ** 4 * 200)),
  () => pick(["\n", "\t", "\r\n", "\n\n\n"]).repeat(1 + Math.floor(random() ** 4 * 40)),
  () => String(Math.floor(random() * 10 ** Math.floor(random() * 12))),
  () => pick([..."{}()[];:,.<>=+-*/\\|&!?'\"`~@#$%^_"]),
  () => String.fromCodePoint(0x20 + Math.floor(random() * 0x3000)),
  () => pick(["é", "ß", "日本", "👩‍👩‍👧", "\u0301", "٣", "\u00a0", "\u3000", "²", "don't", "<|endoftext|>"]),
  () => pick(["const", "return", "function", "Error", "AssertionError", "expected"]),
];

describe("boundTokens", () => {
  it("is never below what the tokenizer counts", async () => {
    for (let run = 0; run < (isFullCorpus ? 20_000 : 400); run += 1) {
      const some = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(makers));
      const text = Array.from({ length: Math.floor(random() * 80) }, () => pick(some)()).join("");
      const [bound, count] = [boundTokens(text), await countTokens(text)];
      expect(bound, JSON.stringify(text)).toBeGreaterThanOrEqual(count);
    }
  });

  it("is above words of letters whose pairs are tokens and of pairs that are none", async () => {
    for (const a of letters)
      for (const b of letters)
        for (const text of [
          a + b,
          `${a}${b}${a}${b}`,
          ` ${a}${b}`,
          `${a.toUpperCase()}${b}`,
          `${b}${a}${b}${b}${a}`,
        ])
          expect(boundTokens(text), text).toBeGreaterThanOrEqual(await countTokens(text));
  });

  it("is well below the characters of code", () => {
    const code = readFileSync(new URL("../../../../src/brain/brain.ts", import.meta.url), "utf8");
    expect(boundTokens(code)).toBeLessThan(code.length * 0.85);
    expect(boundTokens("        return previous + following;")).toBeLessThan(24);
    expect(boundTokens("")).toBe(0);
  });
});
