import type { ConfigPath } from "./config-problem.ts";

/** A config path as people write it: `["gates", 0, "command"]` is `gates[0].command`. */
export function formatPath(path: ConfigPath): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");
}
