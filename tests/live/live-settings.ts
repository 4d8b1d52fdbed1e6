import { presets } from "../../src/adapters/llm/presets.ts";
import { type ModelProvider, modelProviders } from "../../src/domain/model-provider.ts";

/** The model that the live test asks, or why there is none. */
export type LiveSettings =
  | {
      readonly status: "ready";
      /** What `nightshift run` is given. */
      readonly args: readonly string[];
      /** The key, by its variable. */
      readonly env: Readonly<Record<string, string>>;
      /** YAML or JSON for `prices`. */
      readonly prices: string;
    }
  | { readonly status: "skipped"; readonly reason: string };

/** Cheap, and in the table of prices. */
const defaultModel = "gpt-5.6-luna";

/**
 * Reads NIGHTSHIFT_LIVE_PROVIDER (default openai), _MODEL, _BASE_URL and _PRICES (as `prices` in the config, for a model
 * that is in no table), and the provider's key. Throws for a provider that is not there. Pure.
 */
export function readLiveSettings(environment: Readonly<Record<string, string | undefined>>): LiveSettings {
  const read = (name: string): string => environment[`NIGHTSHIFT_LIVE_${name}`] ?? "";
  const provider = parseProvider(read("PROVIDER") || "openai");
  const preset = presets[provider];
  const keys = preset.keyVariables.filter((name) => (environment[name] ?? "") !== "");
  if (preset.isKeyRequired && keys.length === 0) {
    const reason = `no key: set ${preset.keyVariables.join(" or ")}, or NIGHTSHIFT_LIVE_PROVIDER and its key`;
    return { status: "skipped", reason };
  }
  const model = read("MODEL") || (provider === "openai" ? defaultModel : "");
  if (model === "")
    return { status: "skipped", reason: `no model of ${provider}: set NIGHTSHIFT_LIVE_MODEL` };
  const baseUrl = read("BASE_URL");
  const places = Object.values(preset.places).flat();
  const passed = [...keys, ...places, ...preset.baseUrlVariables];
  return {
    status: "ready",
    args: [...["--provider", provider, "--model", model], ...(baseUrl === "" ? [] : ["--base-url", baseUrl])],
    env: Object.fromEntries(passed.map((name) => [name, environment[name] ?? ""])),
    prices: read("PRICES") || "{}",
  };
}

function parseProvider(text: string): ModelProvider {
  const provider = modelProviders.find((name) => name === text);
  if (provider !== undefined) return provider;
  throw new Error(`NIGHTSHIFT_LIVE_PROVIDER is ${text}; there are ${modelProviders.join(", ")}`);
}
