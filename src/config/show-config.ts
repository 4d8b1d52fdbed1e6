import { maskSecrets } from "./mask-secrets.ts";
import type { ConfigOrigin, LoadedConfig } from "./resolve-config.ts";

/** One setting as `config show` prints it. */
export type ShownSetting = {
  /** Dotted path: `stop.maxCycles`. */
  readonly key: string;
  /** The effective value, secrets masked. */
  readonly value: unknown;
  readonly origin: ConfigOrigin;
};

/** The effective config, one entry for each setting in the schema's order, secrets masked. For `--json`. */
export function showConfig(loaded: Pick<LoadedConfig, "config" | "origins">): readonly ShownSetting[] {
  const shown = maskSecrets(loaded.config);
  return [...loaded.origins].map(([key, origin]) => ({ key, value: readSetting(shown, key), origin }));
}

function readSetting(values: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce(
      (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
      values,
    );
}
