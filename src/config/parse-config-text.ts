import { type LoadedConfig, resolveConfig } from "./resolve-config.ts";

/**
 * The config that a file's text alone gives, as the sacred commit's is read in Actions: no flags, no environment.
 * @throws CONFIG_INVALID with every problem as `file:line:column: key: what is wrong`
 */
export function parseConfigText(text: string, path: string): LoadedConfig {
  return resolveConfig({ file: { text, path }, flags: [], environment: {} });
}
