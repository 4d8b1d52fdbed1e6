import type { ModelFeature } from "../../domain/model.ts";

const isUnsupported =
  /unsupported|(not|n't) (currently )?(support|allow|permit|available|accept)|not \w+ supported|unknown (name|parameter|field)|unrecognized|extra inputs|deprecated|only the default|only 1 is allowed|no endpoints found|cannot find field|requires? (the )?--/i;

/** By feature, in the order in which a refusal that names several is read: what costs least to leave out comes first. */
const signs: readonly {
  readonly feature: ModelFeature;
  readonly param: RegExp;
  readonly named: RegExp;
  /** Refusals of this feature alone that do not say that it is unsupported. */
  readonly also: RegExp;
}[] = [
  { feature: "temperature", param: /^temperature$/, named: /temperature/i, also: /temperature.*must be/i },
  { feature: "seed", param: /^seed$/, named: /\bseed\b/i, also: /(?!)/ },
  {
    feature: "json",
    param: /^(response_format|text\.format)/,
    named: /response_format|json_object|json mode|structured output/i,
    also: /response_format.*must be|must contain the word/i,
  },
  {
    feature: "tools",
    param: /^(tools|tool_choice|functions)$/,
    named: /\btools?\b|\btool[ _](use|choice|calls?|calling)\b|function[ -]?call/i,
    also: /tool choice requires|--jinja|--enable-auto-tool-choice/i,
  },
];

/**
 * The feature that a refusal is about, of those that the request made use of, or null where it is about none of them.
 * Pure.
 */
export function findRefusedFeature(
  { message, param, code }: { readonly message: string; readonly param: string; readonly code: string },
  used: ReadonlySet<ModelFeature>,
): ModelFeature | null {
  const says = isUnsupported.test(message) || /^unsupported/.test(code);
  const candidates = signs.filter(({ feature }) => used.has(feature));
  const named =
    candidates.find((sign) => sign.param.test(param) && (says || sign.also.test(message))) ??
    candidates.find((sign) => sign.also.test(message)) ??
    (says ? candidates.find((sign) => sign.named.test(message)) : undefined);
  return named?.feature ?? null;
}
