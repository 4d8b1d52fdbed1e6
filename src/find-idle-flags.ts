import { isModelWanted } from "./config/is-model-wanted.ts";
import type { LoadedConfig } from "./config/resolve-config.ts";

/** Settings of a model that flags gave while the brain asks none: whoever gave them expects otherwise. Pure. */
export function findIdleFlags({
  config,
  origins,
}: Pick<LoadedConfig, "config" | "origins">): readonly string[] {
  if (isModelWanted(config)) return [];
  const flags = [...origins].filter(([, origin]) => origin === "flag").map(([path]) => path);
  return flags.filter((path) => path.startsWith("brain.llm."));
}
