import { readFileSync } from "node:fs";

/** The parsed file, or null when it is absent or no JSON. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
