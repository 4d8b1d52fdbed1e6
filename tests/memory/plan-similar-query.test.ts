import { describe, expect, it } from "vitest";
import { planSimilarQuery } from "../../src/memory/plan-similar-query.ts";

const plan = (text: string, counts: Readonly<Record<string, number>>) =>
  planSimilarQuery(text, (word) => counts[word] ?? 0);

describe("planSimilarQuery", () => {
  it("asks for known words, the rarest first, each once and without case or accents", () => {
    const counts = { total: 9, price: 2, cart: 5 };
    expect(plan("Total PRICE, total Cärt unknown", counts)).toEqual({
      match: '"price" OR "cart" OR "total"',
      isRanked: true,
    });
  });

  it("leaves out words that are in too many lessons to be ranked", () => {
    expect(plan("rare common", { rare: 10, common: 90_000 })).toEqual({ match: '"rare"', isRanked: true });
  });

  it("takes the newest matches where every word is common", () => {
    expect(plan("common usual", { common: 90_000, usual: 80_000 })).toEqual({
      match: '"usual"',
      isRanked: false,
    });
  });

  it("is bounded in words", () => {
    const words = Array.from({ length: 500 }, (_, at) => `word${at}`);
    const asked: string[] = [];
    const query = planSimilarQuery(words.join(" "), (word) => asked.push(word));
    expect(asked).toHaveLength(64);
    expect(query?.match.split(" OR ")).toHaveLength(8);
  });

  it("has nothing to ask where no word is known", () => {
    expect(plan("nothing known", {})).toBeNull();
    expect(plan("", {})).toBeNull();
  });
});
