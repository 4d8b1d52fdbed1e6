import { describe, expect, it } from "vitest";
import type { NamedSetting } from "../../src/config/read-environment.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { configSchema } from "../../src/config/schema.ts";
import { NightshiftError } from "../../src/domain/errors.ts";

type Given = { readonly flags?: readonly NamedSetting[]; readonly environment?: Record<string, string> };

function resolve(text: string | null, { flags = [], environment = {} }: Given = {}) {
  return resolveConfig({ file: text === null ? null : { text, path: "n.yml" }, flags, environment });
}

function problemsOf(text: string | null, given: Given = {}): readonly string[] {
  try {
    resolve(text, given);
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    expect(error).toMatchObject({ code: "CONFIG_INVALID", kind: "usage" });
    return error.message.split("\n");
  }
  return [];
}

const flag = (path: string, value: unknown, name = "--flag"): NamedSetting => ({ path, name, value });

describe("resolveConfig: precedence", () => {
  it("gives every default without file, flags and environment", () => {
    const { config, origins, path } = resolve(null);
    expect(config).toEqual(configSchema.parse({}));
    expect(config).toMatchObject({ attempts: 3, stop: { maxCycles: 10, maxHours: 4, convergence: 3 } });
    expect(new Set(origins.values())).toEqual(new Set(["default"]));
    expect(path).toBeNull();
  });

  it("lets environment win over flags, flags over the file and the file over defaults", () => {
    const { config, origins } = resolve("stop: {maxCycles: 2, maxHours: 2, convergence: 2}\n", {
      flags: [flag("stop.maxCycles", 3), flag("stop.maxHours", 3)],
      environment: { NIGHTSHIFT_STOP_MAX_CYCLES: "5" },
    });
    expect(config.stop).toEqual({ maxCycles: 5, maxHours: 3, convergence: 2, maxCostUsd: null });
    expect(origins.get("stop.maxCycles")).toBe("environment");
    expect(origins.get("stop.maxHours")).toBe("flag");
    expect(origins.get("stop.convergence")).toBe("file");
    expect(origins.get("stop.maxCostUsd")).toBe("default");
  });

  it("says aloud when the environment overrides a flag, and only then", () => {
    const given = { flags: [flag("stop.maxCycles", 3, "--max-cycles")] };
    expect(resolve("", { ...given, environment: { NIGHTSHIFT_STOP_MAX_CYCLES: "5" } }).notices).toEqual([
      "NIGHTSHIFT_STOP_MAX_CYCLES in the environment overrides --max-cycles: stop.maxCycles is 5",
    ]);
    expect(resolve("", { ...given, environment: { NIGHTSHIFT_STOP_MAX_CYCLES: "3" } }).notices).toEqual([]);
    expect(resolve("", { ...given, environment: { NIGHTSHIFT_ATTEMPTS: "5" } }).notices).toEqual([]);
  });

  it("ignores flags that were not given", () => {
    const { config, origins } = resolve("attempts: 2", { flags: [flag("attempts", undefined)] });
    expect(config.attempts).toBe(2);
    expect(origins.get("attempts")).toBe("file");
  });

  it("replaces a weaker list as a whole", () => {
    const { config } = resolve("focus: [a, b]", { flags: [flag("focus", ["c"])] });
    expect(config.focus).toEqual(["c"]);
  });

  it("leaves the config of one call out of the next", () => {
    const text = "stop: {maxCycles: 2}";
    resolve(text, { flags: [flag("stop.maxCycles", 9)] });
    expect(resolve(text).config.stop.maxCycles).toBe(2);
  });
});

describe("resolveConfig: environment", () => {
  it("reads text as it is, and everything else as YAML", () => {
    const { config } = resolve(null, {
      environment: {
        NIGHTSHIFT_GOAL: "fix: 1",
        NIGHTSHIFT_BRAIN_SEED: "7",
        NIGHTSHIFT_PROMOTION_STRICT: "true",
        NIGHTSHIFT_STOP_MAX_COST_USD: "null",
        NIGHTSHIFT_FOCUS: "**/*.js",
        NIGHTSHIFT_POLICY_PROTECTED: '["a", "b/**"]',
      },
    });
    expect(config).toMatchObject({
      goal: "fix: 1",
      brain: { seed: 7 },
      promotion: { strict: true },
      stop: { maxCostUsd: null },
      focus: ["**/*.js"],
      policy: { protected: ["a", "b/**"] },
    });
  });

  it("counts an empty variable as not set", () => {
    expect(resolve("goal: a", { environment: { NIGHTSHIFT_GOAL: "" } }).config.goal).toBe("a");
  });

  it("refuses a variable that matches no setting, naming the nearest", () => {
    expect(problemsOf(null, { environment: { NIGHTSHIFT_STOP_MAXCYCLES: "3" } })).toEqual([
      'NIGHTSHIFT_STOP_MAXCYCLES: this environment variable matches no setting; did you mean "NIGHTSHIFT_STOP_MAX_CYCLES"?',
    ]);
    expect(problemsOf(null, { environment: { NIGHTSHIFT_ZZZ: "3" } })).toEqual([
      "NIGHTSHIFT_ZZZ: this environment variable matches no setting",
    ]);
  });

  it("leaves reserved variables and those of others alone", () => {
    const environment = { NIGHTSHIFT_LOG_FORMAT: "json", NIGHTSHIFT_TRACE_FILE: "x", OTHER: "y" };
    expect(problemsOf(null, { environment })).toEqual([]);
  });

  it("names the variable or the flag that holds a wrong value", () => {
    const given = {
      flags: [flag("stop.maxCycles", 0, "--max-cycles"), flag("brain.kind", "serach", "--brain")],
      environment: { NIGHTSHIFT_BRAIN_SEED: "many" },
    };
    expect(problemsOf("", given)).toEqual([
      "--max-cycles: stop.maxCycles: expected at least 1, got 0",
      '--brain: brain.kind: expected one of auto, search, llm, none, got "serach"; did you mean "search"?',
      'NIGHTSHIFT_BRAIN_SEED: brain.seed: expected a number, got "many"',
    ]);
  });
});
