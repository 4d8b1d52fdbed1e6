import { describe, expect, it } from "vitest";
import { refuseKeyInReach } from "../src/refuse-key-in-reach.ts";

const models = [{ keyVariables: ["OPENAI_API_KEY"] }];
const environment = { GITHUB_ACTIONS: "true", OPENAI_API_KEY: "sk-1" };

describe("refuseKeyInReach", () => {
  it("refuses a key on a runner where candidate code is not isolated, and names the variable", () => {
    expect(() => refuseKeyInReach({ isolation: "none", models, environment })).toThrow(/OPENAI_API_KEY/);
  });

  it.each([
    ["isolated code", { isolation: "bubblewrap" as const, models, environment }],
    ["one machine", { isolation: "none" as const, models, environment: { OPENAI_API_KEY: "sk-1" } }],
    ["no model", { isolation: "none" as const, models: [], environment }],
    ["a model without a key", { isolation: "none" as const, models: [{ keyVariables: [] }], environment }],
    [
      "a key that is not there",
      { isolation: "none" as const, models, environment: { GITHUB_ACTIONS: "true" } },
    ],
  ])("has nothing against %s", (_what, input) => {
    expect(() => refuseKeyInReach(input)).not.toThrow();
  });
});
