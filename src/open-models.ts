import { createLlmClient } from "./adapters/llm/create-llm-client.ts";
import { findEndpoint } from "./adapters/llm/find-endpoint.ts";
import { findPrice } from "./adapters/llm/find-price.ts";
import { presets } from "./adapters/llm/presets.ts";
import type { RoutedModel } from "./brain/llm/router/router.ts";
import type { Config } from "./config/schema.ts";
import { usageError } from "./domain/errors.ts";
import type { Clock } from "./ports.ts";

/** A model that can be asked, with what the router needs to know of it. */
export type OpenModel = RoutedModel & {
  /** Input tokens that a request can safely hold; null where that depends on how the model was loaded. */
  readonly contextTokens: number | null;
  /** Name of the host that is asked. */
  readonly host: string;
  /** What a person should know of the provider; empty for most. */
  readonly note: string;
};

/**
 * The configured models in the user's order: `brain.llm` itself, then `brain.llm.models`. Nothing is asked, and no SDK
 * is loaded, before the first call.
 *
 * @throws MODEL_MISSING where none is named, and the usage errors of `findEndpoint`
 */
export function openModels(
  { brain, prices }: Pick<Config, "brain" | "prices">,
  { clock, environment }: { readonly clock: Clock; readonly environment: Environment },
): readonly OpenModel[] {
  const { provider, model, baseUrl, models: others } = brain.llm;
  const models = [...(model === "" ? [] : [{ provider, model, baseUrl, for: [] }]), ...others];
  if (models.length === 0) {
    throw usageError({
      code: "MODEL_MISSING",
      message: "No model is named for the brain `llm`.",
      hint: "Give --model, or `brain.llm.model` in the config file.",
    });
  }
  return models.map(({ provider, model, baseUrl, for: purposes }) => {
    const preset = presets[provider];
    const { contextTokens, ...capabilities } = preset.capabilities;
    const endpoint = findEndpoint(preset, { baseUrl, environment });
    const { protocol, hostname } = new URL(endpoint.baseUrl);
    const isExposed = protocol === "http:" && endpoint.key !== null && !loopback.test(hostname);
    return {
      llm: createLlmClient({ preset, model, ...endpoint }, { clock }),
      for: purposes,
      price: findPrice({ provider, model, overrides: prices }),
      capabilities,
      contextTokens,
      keyVariables: preset.keyVariables,
      host: hostname,
      note: [preset.note, isExposed ? exposed : ""].filter((part) => part !== "").join(" "),
    };
  });
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const exposed = "Its key and your code go over the network as plain text, since its URL begins with http:.";

type Environment = Readonly<Record<string, string | undefined>>;
