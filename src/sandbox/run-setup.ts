import { existsSync, mkdirSync, renameSync, statSync, utimesSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config/schema.ts";
import { digest } from "../domain/digest.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { ProcessResult, ProcessRunner, TreeEntry } from "../ports.ts";
import { makeReadable } from "./copy-folder.ts";
import type { DependencyFolder } from "./dependency-folder.ts";
import { isManifest } from "./digest-dependencies.ts";
import { runInSandbox } from "./run-in-sandbox.ts";
import type { SandboxPlace } from "./sandbox-mounts.ts";
import { makeWritableParts } from "./writable-parts.ts";

const setupMs = 30 * 60_000;
const shownLines = 20;
const listSchema = z.array(z.string());

/** What set-up runs on. */
export type SetupOptions = {
  readonly config: Pick<Config["sandbox"], "setup" | "setupEnv" | "writable">;
  /** Folder of all copies, absolute. */
  readonly copies: string;
  /** Commit whose manifests are installed, and its files. */
  readonly sacred: string;
  readonly files: readonly TreeEntry[];
  /** Opens a place to run in; called only when there is something to run. */
  readonly openPlace: () => Promise<SandboxPlace>;
};

/**
 * Runs `sandbox.setup` on sacred's files, once for each state of its lock files and manifests: isolated, with network,
 * with the variables of `sandbox.setupEnv` and no other. The folders that it makes become dependencies. Throws
 * `SETUP_FAILED` with the last lines of what the command printed.
 */
export async function runSetup(
  options: SetupOptions,
  deps: { readonly processes: ProcessRunner },
): Promise<readonly DependencyFolder[]> {
  const { config, copies } = options;
  const folder = join(copies, `setup-${digestSetup(options)}`);
  if (!existsSync(folder)) await install(options, folder, deps);
  utimesSync(folder, new Date(), new Date());
  const paths = listSchema.parse(JSON.parse(await readFile(join(folder, "folders.json"), "utf8")));
  return paths.map((path, position) => {
    const copy = join(folder, String(position));
    return { path, copy, writable: makeWritableParts({ path, copy }, config.writable) };
  });
}

function digestSetup({ config, files }: SetupOptions): string {
  const manifests = files.filter(({ path }) => isManifest(path));
  return digest(
    JSON.stringify([config.setup, config.setupEnv]),
    ...manifests.flatMap(({ path, hash }) => [path, hash]),
  );
}

async function install(
  { config, sacred, openPlace }: SetupOptions,
  folder: string,
  deps: { readonly processes: ProcessRunner },
): Promise<void> {
  const place = await openPlace();
  const { workTree, site } = place;
  await workTree.checkOut(sacred);
  const env = Object.fromEntries(
    config.setupEnv.flatMap((name) => {
      const value = site.environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  for (const command of config.setup) {
    const result = await runInSandbox({ command, env, network: "host", timeoutMs: setupMs }, place, deps);
    if (result.exitCode !== 0) throw explain(command, result);
  }
  const unfinished = `${folder}.${process.pid}.new`;
  mkdirSync(unfinished, { recursive: true });
  const made = (await workTree.listUntracked()).filter(
    (path) => path !== ".git" && statSync(join(workTree.tree, path)).isDirectory(),
  );
  for (const [position, path] of made.entries()) {
    renameSync(join(workTree.tree, path), join(unfinished, String(position)));
  }
  await makeReadable(unfinished, deps);
  await writeFile(join(unfinished, "folders.json"), JSON.stringify(made));
  renameSync(unfinished, folder);
}

function explain(command: string, result: ProcessResult): NightshiftError {
  const lines = `${result.stdout}\n${result.stderr}`.trim().split("\n").slice(-shownLines);
  const end = result.status === "exited" ? `exited with ${result.exitCode}` : `ended as ${result.status}`;
  return new NightshiftError({
    code: "SETUP_FAILED",
    message: `sandbox.setup: ${JSON.stringify(command)} ${end}. It printed last:\n${lines.join("\n")}`,
    hint: "Run the command in a fresh clone; variables that it needs have to be named in sandbox.setupEnv.",
  });
}
