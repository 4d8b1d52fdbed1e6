import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The version in the nearest package.json: the same from `cli/` and from the built `lib/cli/`. */
export function readVersion(): string {
  for (let dir = import.meta.dirname; dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const file = path.join(dir, "package.json");
    if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
  }
  return "0.0.0";
}
