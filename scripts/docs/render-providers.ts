import { presets } from "../../src/adapters/llm/presets.ts";
import { prices, pricesReadOn } from "../../src/adapters/llm/prices.ts";
import { modelProviders } from "../../src/domain/model-provider.ts";
import { row } from "./row.ts";

/** The providers of models, where they are asked, what holds their key, and which prices are known. */
export function renderProviders(): string {
  const rows = modelProviders.map((provider) => {
    const { baseUrl, places, baseUrlVariables, keyVariables, isKeyRequired, note, source } =
      presets[provider];
    const variables = [...Object.values(places).flat(), ...baseUrlVariables];
    const key = listCode(keyVariables);
    return row([
      `[\`${provider}\`](${source})`,
      baseUrl === "{baseUrl}" ? "what you give" : `\`${baseUrl}\``,
      listCode(variables),
      isKeyRequired ? key : `${key}, if it wants one`,
      note,
    ]);
  });
  const priced = Object.entries(prices).map(
    ([provider, models]) => `- \`${provider}\`: ${listCode(Object.keys(models), ", ")}`,
  );
  return [
    [
      row(["provider", "where", "moved by", "key", ""]),
      row(["---", "---", "---", "---", "---"]),
      ...rows,
    ].join("\n"),
    `Prices known on ${pricesReadOn}, for requests of usual length; local ones cost nothing:`,
    priced.join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

function listCode(names: readonly string[], joint = " or "): string {
  return names.map((name) => `\`${name}\``).join(joint);
}
