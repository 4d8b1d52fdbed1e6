import { parse } from "yaml";
import { type ConfigKey, listConfigKeys } from "./config-keys.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { findNearest } from "./find-nearest.ts";
import { reservedVariables } from "./reserved-variables.ts";

/** A setting given outside of the file, with the name of what gave it: a flag or a variable. */
export type NamedSetting = { readonly path: string; readonly name: string; readonly value: unknown };

/**
 * The settings among environment variables. Text settings are taken as they are; everything else is read as YAML,
 * so `10`, `true`, `null` and `[src/**, lib/**]` mean what they mean in the file; a list setting also takes one text
 * alone. An empty variable counts as not set. A `NIGHTSHIFT_` variable that is neither a setting nor reserved is a
 * problem that names the nearest valid one.
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): {
  readonly settings: readonly NamedSetting[];
  readonly problems: readonly ConfigProblem[];
} {
  const keys = new Map(listConfigKeys().map((key) => [key.variable, key]));
  const settings: NamedSetting[] = [];
  const problems: ConfigProblem[] = [];
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith("NIGHTSHIFT_") || isReserved(name)) continue;
    const key = keys.get(name);
    if (key === undefined) {
      const suggestion = suggestVariable(name, [...keys.keys()]);
      problems.push({
        source: { kind: "environment", name },
        key: "",
        message: "this environment variable matches no setting",
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    } else if (text !== undefined && text !== "") {
      settings.push({ path: key.path, name, value: readValue(text, key) });
    }
  }
  return { settings, problems };
}

/** The common prefix is set aside: it would make any two names near. */
function suggestVariable(name: string, variables: readonly string[]): string | undefined {
  const rest = (variable: string) => variable.slice("NIGHTSHIFT_".length);
  const nearest = findNearest(rest(name), variables.map(rest));
  return nearest === undefined ? undefined : `NIGHTSHIFT_${nearest}`;
}

function isReserved(name: string): boolean {
  return reservedVariables.some((reserved) =>
    reserved.endsWith("_") ? name.startsWith(reserved) : name === reserved,
  );
}

function readValue(text: string, key: ConfigKey): unknown {
  if (key.isText) return text;
  // A glob such as `**/*.js` begins like a YAML alias, so a lone text for a list is never given to the parser.
  if (key.isList && !text.trimStart().startsWith("[")) return [text];
  try {
    return parse(text);
  } catch {
    // What is no YAML is checked, and refused, as the text that it is.
    return text;
  }
}
