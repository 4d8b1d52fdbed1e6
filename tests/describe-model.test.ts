import { expect, it } from "vitest";
import { describeModel } from "../src/describe-model.ts";

const llm = { provider: "custom", model: "m" } as const;

it("tells of a model with its price and what to know", () => {
  const price = { inputPerMillion: 1.25, cachedPerMillion: 0.05, outputPerMillion: 5 };
  expect(describeModel({ llm, host: "models.lan", price, note: "Give it room." })).toBe(
    "custom/m at models.lan, $1.25 in and $5 out for a million tokens. Give it room.",
  );
  expect(describeModel({ llm, host: "models.lan", price: null, note: "" })).toBe(
    "custom/m at models.lan, price unknown",
  );
});
