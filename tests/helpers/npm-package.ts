import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A published package that ships its own test suite, and what that suite needs beside it. */
export type NpmPackage = {
  readonly name: string;
  /** Exact: what is downloaded is tested as it is. */
  readonly version: string;
  /** `name@version` of each package that its tests use. */
  readonly tools: readonly string[];
};

export type FetchedPackage =
  | { readonly status: "fetched" }
  | { readonly status: "unavailable"; readonly reason: string };

const INSTALL_TIMEOUT_MS = 180_000;

/**
 * Writes the package into `folder`, as the registry has it, with its tools in an ignored node_modules. Uses the
 * ordinary npm client; a second fetch comes from a cache in the temporary folder and needs no network.
 */
export function fetchNpmPackage({ name, version, tools }: NpmPackage, folder: string): FetchedPackage {
  const digest = createHash("sha256").update(JSON.stringify({ name, version, tools })).digest("hex");
  const cached = path.join(tmpdir(), "nightshift-test-cache", digest.slice(0, 16));
  if (!existsSync(cached)) {
    mkdirSync(path.dirname(cached), { recursive: true });
    const fresh = mkdtempSync(`${cached}-`);
    try {
      const reason = download({ name, version, tools }, fresh);
      if (reason !== null) return { status: "unavailable", reason };
      moveIntoPlace(fresh, cached);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  // Links in node_modules/.bin are relative: they have to stay so.
  cpSync(cached, folder, { recursive: true, verbatimSymlinks: true });
  return { status: "fetched" };
}

/** Why it could not be had, or null. */
function download({ name, version, tools }: NpmPackage, folder: string): string | null {
  const parts = mkdtempSync(path.join(folder, "parts-"));
  const install = ["install", "--prefix", parts, "--no-audit", "--no-fund", "--ignore-scripts"];
  const commands = [
    ["npm", "pack", "--silent", "--pack-destination", parts, `${name}@${version}`],
    ["npm", ...install, "--loglevel=error", ...tools],
    ["tar", "xzf", path.join(parts, tarballName(name, version)), "--strip-components=1", "-C", folder],
  ];
  writeFileSync(path.join(parts, "package.json"), '{ "private": true }\n');
  for (const [program = "", ...args] of tools.length > 0 ? commands : commands.toSpliced(1, 1)) {
    const options = { cwd: parts, encoding: "utf8", timeout: INSTALL_TIMEOUT_MS } as const;
    const { status, stderr, error } = spawnSync(program, args, options);
    if (status !== 0) {
      const why = error?.message ?? stderr.trim().split("\n").slice(0, 3).join(" ");
      return `${name}@${version} cannot be had from the npm registry: ${program} ${args[0]} failed: ${why}`;
    }
  }
  if (tools.length > 0) renameSync(path.join(parts, "node_modules"), path.join(folder, "node_modules"));
  rmSync(parts, { recursive: true });
  writeFileSync(path.join(folder, ".gitignore"), "node_modules/\n");
  return null;
}

function tarballName(name: string, version: string): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

function moveIntoPlace(fresh: string, cached: string): void {
  try {
    renameSync(fresh, cached);
  } catch (error) {
    // Another test run was quicker with the same content.
    if (!existsSync(cached)) throw error;
  }
}
