import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The Node that runs the tests and every other one on the PATH: path and version ("v20.20.2"), each version once. */
export function findNodes(): readonly { readonly path: string; readonly version: string }[] {
  const found = new Map<string, string>([[process.version, process.execPath]]);
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      const path = realpathSync(join(folder, "node"));
      const version = execFileSync(path, ["--version"], { encoding: "utf8" }).trim();
      if (!found.has(version)) found.set(version, path);
    } catch {
      // No Node in this folder.
    }
  }
  return [...found].map(([version, path]) => ({ version, path }));
}
