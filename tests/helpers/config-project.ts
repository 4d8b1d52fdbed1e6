import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { IsInstalled, ProjectReader, Requirement } from "../../src/config/detect/project.ts";
import type { Command } from "../../src/domain/gate.ts";

/** The root of this repository. */
export const repositoryRoot = path.resolve(import.meta.dirname, "..", "..");

/** A temporary project on the disk: its folder, and its files as detection reads a commit's. */
export type ConfigProject = AsyncDisposable & { readonly dir: string; readonly project: ProjectReader };

/** Writes a project of the given files to a temporary folder. */
export async function createConfigProject(
  files: Readonly<Record<string, string>>,
  options: { readonly hasNodeModules?: boolean } = {},
): Promise<ConfigProject> {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), "nightshift-config-")));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  if (options.hasNodeModules === true) {
    await symlink(path.join(repositoryRoot, "node_modules"), path.join(dir, "node_modules"));
  }
  return {
    dir,
    project: readerOf(files),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Files in memory as detection reads a commit's. */
export function readerOf(files: Readonly<Record<string, string>>): ProjectReader {
  return { files: Object.keys(files).toSorted(), read: async (name) => files[name] ?? null };
}

/** An installation that has what is named: programs and paths by name, modules by `python:module`. */
export function installedIs(...names: readonly string[]): IsInstalled {
  return async (requirement) => names.includes(nameOf(requirement));
}

function nameOf(requirement: Requirement): string {
  switch (requirement.kind) {
    case "program":
      return requirement.name;
    case "path":
      return requirement.path;
    case "python-module":
      return `${requirement.python}:${requirement.module}`;
    default:
      return requirement satisfies never;
  }
}

/** How a gate's command ended when it was run plainly, with what it wrote to `{report}`. */
export type PlainRun = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: string | null;
};

/** Runs a gate's command as it is, with its placeholders filled in, in a folder. */
export async function runPlainly(
  command: Command,
  input: {
    readonly dir: string;
    readonly file?: string;
    readonly name?: string;
    readonly namePattern?: string;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<PlainRun> {
  const out = await mkdtemp(path.join(tmpdir(), "nightshift-report-"));
  const report = path.join(out, "report");
  // As when gates run: without a test's name the placeholders for it mean every test.
  const values = {
    name: "",
    namePattern: ".*",
    ...input,
    report,
    support: path.join(repositoryRoot, "support"),
  };
  const fill = (text: string) =>
    text.replaceAll(/\{(report|support|file|namePattern|name)\}/g, (whole, key: keyof typeof values) =>
      String(values[key] ?? whole),
    );
  const words = typeof command === "string" ? ["sh", "-c", command] : command;
  const [program = "", ...args] = words.map(fill);
  const env = { PATH: process.env.PATH ?? "", HOME: out, CI: "1", NO_COLOR: "1", ...input.env };
  try {
    const child = spawn(program, args, { cwd: input.dir, env, stdio: ["ignore", "pipe", "pipe"] });
    const [stdout, stderr, exitCode] = await Promise.all([
      collect(child.stdout),
      collect(child.stderr),
      new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve)),
    ]);
    const hasReport = (await readdir(out)).includes("report");
    return { exitCode, stdout, stderr, report: hasReport ? await readFile(report, "utf8") : null };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
