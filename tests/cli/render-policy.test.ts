import { expect, it } from "vitest";
import { renderPolicy } from "../../cli/render-policy.ts";

const row = {
  ...{ itemKind: "failing-test", arm: "operator:comparison", tries: 3, mean: 0.64 },
  ...{ low: 0.4, high: 0.86, chance: 0.7, weight: 1.27 },
};

it("shows what an operator has earned beside its built-in prior, and the product that the search ranks by", () => {
  const text = renderPolicy([row, { ...row, arm: "method:direct", weight: 1.1 }], (name) =>
    name === "comparison" ? 0.9 : null,
  );
  expect(text).toBe(
    [
      "failing-test",
      "  arm                  tries  mean  90 % between   chance  weight",
      "  operator:comparison      3  0.64  0.40 and 0.86    70 %    1.27 × prior 0.90 = 1.14",
      "  method:direct            3  0.64  0.40 and 0.86    70 %    1.10",
    ].join("\n"),
  );
});

it("says so where nothing was earned", () => {
  expect(renderPolicy([], () => null)).toContain("no rewards yet");
});
