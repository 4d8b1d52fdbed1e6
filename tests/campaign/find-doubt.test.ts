import { expect, it } from "vitest";
import { findDoubt } from "../../src/campaign/find-doubt.ts";

const bound = { minConfidence: 0.5 };

it("holds back nothing that nobody is unsure of: a brain that says nothing passes", () => {
  expect(findDoubt(null, bound)).toBeNull();
  expect(findDoubt({ value: 0.5, reason: "" }, bound)).toBeNull();
  expect(findDoubt({ value: 0, reason: "" }, { minConfidence: 0 })).toBeNull();
});

it("says how sure the brain is and what is asked for, never rounded up to it", () => {
  expect(findDoubt({ value: 0.49999, reason: "3 groups" }, bound)).toBe(
    "the brain is 49.9 % sure, and promotion.minConfidence asks for 50 %: 3 groups",
  );
  expect(findDoubt({ value: 0.2, reason: "" }, bound)).toMatch(/asks for 50 %$/);
});
