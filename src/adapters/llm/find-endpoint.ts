import { usageError } from "../../domain/errors.ts";
import type { Preset } from "./preset.ts";

/** Where a model is asked, and with which key. */
export type Endpoint = { readonly baseUrl: string; readonly key: string | null };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Base URL and key of a preset: the configured base URL, else the one that the environment names, else the preset's own
 * with its places filled from the environment. Keys come from the environment alone. Pure.
 *
 * @throws MODEL_URL_MISSING, MODEL_URL_INVALID, MODEL_KEY_MISSING and MODEL_KEY_INVALID, each naming the setting or the variable
 */
export function findEndpoint(
  preset: Preset,
  { baseUrl, environment }: { readonly baseUrl: string; readonly environment: Environment },
): Endpoint {
  const found =
    baseUrl !== "" ? baseUrl : (readFirst(preset.baseUrlVariables, environment) ?? fill(preset, environment));
  const key = readFirst(preset.keyVariables, environment);
  const url = checkUrl(found, preset);
  if (key === null && preset.isKeyRequired) {
    throw usageError({
      code: "MODEL_KEY_MISSING",
      message: `The key for ${preset.provider} is missing: ${preset.keyVariables.join(" or ")} is not set.`,
      hint: `Set ${preset.keyVariables[0] ?? ""} in the environment; keys are never read from the config file.`,
    });
  }
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
    throw usageError({
      code: "MODEL_KEY_INVALID",
      message: `The key for ${preset.provider} holds a space or another character that no key has.`,
      hint: `Look at ${preset.keyVariables.join(" and ")} in the environment.`,
    });
  }
  return { baseUrl: url, key };
}

function fill(preset: Preset, environment: Environment): string {
  return preset.baseUrl.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const variables = preset.places[name] ?? [];
    const value = readFirst(variables, environment);
    if (value !== null) return value.replace(/\/+$/, "");
    const own = [...variables, ...preset.baseUrlVariables];
    throw usageError({
      code: "MODEL_URL_MISSING",
      message: `The base URL of ${preset.provider} is not known.`,
      hint: `Give --base-url, or \`brain.llm.baseUrl\` in the config file${own.length === 0 ? "" : `, or set ${own.join(" or ")}`}.`,
    });
  });
}

function checkUrl(text: string, { provider }: Preset): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const fault = findFault(url);
  if (url === null || fault !== null) {
    // A URL may hold a password, so that it is not repeated.
    throw usageError({
      code: "MODEL_URL_INVALID",
      message: `The base URL of ${provider} ${fault ?? "is no URL"}.`,
      hint: "Give one such as https://models.example.com/v1, without what comes after it in a request.",
    });
  }
  return url.href.replace(/\/+$/, "");
}

function findFault(url: URL | null): string | null {
  if (url === null) return "is no URL";
  if (url.protocol !== "https:" && url.protocol !== "http:") return `begins with ${url.protocol}`;
  if (url.username !== "" || url.password !== "") return "holds a name or a password; the key has a variable";
  if (url.search !== "" || url.hash !== "") return "has a query";
  return /\/(chat\/completions|responses)\/?$/.test(url.pathname) ? "ends in the path of a request" : null;
}

function readFirst(names: readonly string[], environment: Environment): string | null {
  for (const name of names) {
    const value = environment[name]?.trim() ?? "";
    if (value !== "") return value;
  }
  return null;
}
