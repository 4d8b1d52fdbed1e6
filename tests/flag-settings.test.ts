import { expect, it } from "vitest";
import { listConfigKeys } from "../src/config/config-keys.ts";
import { resolveConfig } from "../src/config/resolve-config.ts";
import { type CampaignFlags, flagSettings } from "../src/flag-settings.ts";

const all: CampaignFlags = {
  goal: "faster",
  brain: "none",
  provider: "custom",
  model: "my-model",
  baseUrl: "http://localhost:8000/v1",
  temperature: 0.4,
  method: "direct",
  maxCycles: 2,
  maxHours: 0.5,
  maxAttempts: 4,
  maxCost: 1.5,
  convergence: 6,
  focus: ["src/**", "lib/**"],
  seed: 0,
  strict: true,
  isolation: "required",
};

it("gives each flag to a setting that exists", () => {
  const paths = new Set(listConfigKeys().map(({ path }) => path));
  const settings = flagSettings(all);
  expect(settings.map(({ path }) => path).filter((path) => !paths.has(path))).toEqual([]);
  expect(settings.filter(({ value }) => value === undefined)).toEqual([]);
});

it("makes a config of them, and leaves alone what no flag gave", () => {
  const { config } = resolveConfig({ file: null, flags: flagSettings(all), environment: {} });
  expect(config).toMatchObject({
    goal: "faster",
    brain: {
      kind: "none",
      seed: 0,
      llm: {
        provider: "custom",
        model: "my-model",
        baseUrl: "http://localhost:8000/v1",
        temperature: 0.4,
      },
    },
    stop: { maxCycles: 2, maxHours: 0.5, maxCostUsd: 1.5, convergence: 6 },
    attempts: 4,
    focus: ["src/**", "lib/**"],
    promotion: { strict: true },
    sandbox: { isolation: "required" },
  });
  const plain = resolveConfig({ file: null, flags: flagSettings({}), environment: {} });
  expect([...plain.origins.values()].every((origin) => origin === "default")).toBe(true);
});
