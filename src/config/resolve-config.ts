import { checkConfigText } from "./check-config-text.ts";
import { checkValues, type Locate } from "./check-values.ts";
import { configInvalid } from "./config-invalid.ts";
import { listConfigKeys } from "./config-keys.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { type NamedSetting, readEnvironment } from "./read-environment.ts";
import { type Config, configSchema } from "./schema.ts";

/** Where a setting's value came from, from the weakest to the strongest. */
export type ConfigOrigin = "default" | "file" | "flag" | "environment";

/** The effective config and how it came to be. */
export type LoadedConfig = {
  readonly config: Config;
  /** For every setting (`stop.maxCycles`, `gates`) where its value came from. */
  readonly origins: ReadonlyMap<string, ConfigOrigin>;
  /** What a person should be told, such as a flag that the environment overrides. */
  readonly notices: readonly string[];
  /** The file as messages call it, or null without one. */
  readonly path: string | null;
  /** Where a value stands; what no file, flag or variable gave stands at the start of the file. */
  readonly locate: Locate;
};

/**
 * The effective config: defaults < file < flags < environment. A list replaces the weaker list as a whole.
 * @throws CONFIG_INVALID with every problem of file, flags and environment
 */
export function resolveConfig(input: {
  readonly file: { readonly text: string; readonly path: string } | null;
  /** By config path, named as the person typed them: `{path: "stop.maxCycles", name: "--max-cycles", value: 3}`. */
  readonly flags: readonly NamedSetting[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}): LoadedConfig {
  const file = input.file === null ? null : checkConfigText(input.file.text, input.file.path);
  const environment = readEnvironment(input.environment);
  const given = input.flags.filter(({ value }) => value !== undefined);
  const problems = [
    ...(file?.problems ?? []),
    ...checkSettings(given, "flag"),
    ...environment.problems,
    ...checkSettings(environment.settings, "environment"),
  ];
  if (problems.length > 0) throw configInvalid(problems);

  const values = structuredClone(file?.source.value ?? {});
  const origins = new Map<string, ConfigOrigin>(
    listConfigKeys().map(({ path }) => [path, hasSetting(values, path) ? "file" : "default"]),
  );
  const layers = [
    { origin: "flag", settings: given },
    { origin: "environment", settings: environment.settings },
  ] as const;
  const sources = new Map<string, ConfigProblem["source"]>();
  for (const { origin, settings } of layers) {
    for (const { path, name, value } of settings) {
      setSetting(values, path, value);
      origins.set(path, origin);
      sources.set(path, { kind: origin, name });
    }
  }
  const locate: Locate = (path, what) =>
    findSource(sources, path) ?? file?.source.locate(path, what) ?? { kind: "flag", name: "detected" };
  return {
    config: configSchema.parse(values),
    origins,
    notices: findOverrides(given, environment.settings),
    path: input.file?.path ?? null,
    locate,
  };
}

function checkSettings(
  settings: readonly NamedSetting[],
  kind: "flag" | "environment",
): readonly ConfigProblem[] {
  return settings.flatMap((setting) => {
    const values = {};
    setSetting(values, setting.path, setting.value);
    return checkValues(values, () => ({ kind, name: setting.name }));
  });
}

function findOverrides(flags: readonly NamedSetting[], environment: readonly NamedSetting[]) {
  return environment.flatMap(({ path, name, value }) => {
    const flag = flags.find((candidate) => candidate.path === path);
    if (flag === undefined || JSON.stringify(flag.value) === JSON.stringify(value)) return [];
    return [`${name} in the environment overrides ${flag.name}: ${path} is ${JSON.stringify(value)}`];
  });
}

function findSource(sources: ReadonlyMap<string, ConfigProblem["source"]>, path: readonly unknown[]) {
  for (let length = path.length; length > 0; length -= 1) {
    const source = sources.get(path.slice(0, length).join("."));
    if (source !== undefined) return source;
  }
  return undefined;
}

function hasSetting(values: unknown, path: string): boolean {
  let value = values;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return false;
    value = Reflect.get(value, part);
  }
  return true;
}

/** Sets a setting in data made by this file, creating its sections. */
function setSetting(values: object, path: string, value: unknown): void {
  const parts = path.split(".");
  let section = values;
  for (const part of parts.slice(0, -1)) {
    const next: unknown = Reflect.get(section, part);
    if (typeof next === "object" && next !== null) section = next;
    else {
      const created = {};
      Reflect.set(section, part, created);
      section = created;
    }
  }
  Reflect.set(section, parts.at(-1) ?? "", value);
}
