import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { downloadOnce, type Fetched } from "./download-once.ts";
import { runNpm } from "./run-npm.ts";

/** A published package that ships its own test suite, and what that suite needs beside it. */
export type NpmPackage = {
  readonly name: string;
  /** Exact: what is downloaded is tested as it is. */
  readonly version: string;
  /** `name@version` of each package that its tests use. */
  readonly tools: readonly string[];
};

/** Writes the package into `folder`, as the registry has it, with its tools in an ignored node_modules. */
export function fetchNpmPackage({ name, version, tools }: NpmPackage, folder: string): Fetched {
  return downloadOnce({ name, version, tools }, folder, (into) => {
    const parts = path.join(into, "parts");
    mkdirSync(parts);
    writeFileSync(path.join(parts, "package.json"), '{ "private": true }\n');
    const failure =
      runNpm(["pack", `${name}@${version}`], parts) ??
      (tools.length > 0 ? runNpm(["install", "--ignore-scripts", ...tools], parts) : null) ??
      unpack(path.join(parts, tarballName(name, version)), into);
    if (failure !== null) return `${name}@${version} cannot be had from the npm registry: ${failure}`;
    if (tools.length > 0) renameSync(path.join(parts, "node_modules"), path.join(into, "node_modules"));
    rmSync(parts, { recursive: true });
    writeFileSync(path.join(into, ".gitignore"), "node_modules/\n");
    return null;
  });
}

function tarballName(name: string, version: string): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

function unpack(tarball: string, into: string): string | null {
  const args = ["xzf", tarball, "--strip-components=1", "-C", into];
  const { status, stderr } = spawnSync("tar", args, { encoding: "utf8" });
  return status === 0 ? null : `tar failed: ${stderr.trim()}`;
}
