import { existsSync } from "node:fs";
import path from "node:path";
import { readJson } from "./read-json.mjs";

/**
 * Whether node_modules, installed by hand, holds what package-lock.json lists, by npm's own hidden lock file. Optional
 * packages may be absent: they are the builds for other platforms.
 */
export function areModulesCurrent(root) {
  const modules = path.join(root, "node_modules");
  if (!existsSync(path.join(modules, ".bin", "node"))) return false;
  const wanted = readJson(path.join(root, "package-lock.json"))?.packages ?? {};
  const installed = readJson(path.join(modules, ".package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === "" || installed[name]?.version === version || (optional === true && !installed[name]),
  );
}
