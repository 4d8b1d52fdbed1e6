import { execFileSync } from "node:child_process";
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import type { Sandbox, SandboxCommand } from "../../src/sandbox/sandbox.ts";
import { runLocally } from "./run-locally.ts";

const projectRoot = resolve(import.meta.dirname, "../..");

/** What a local sandbox starts with. */
export type LocalSandboxOptions = {
  /** Path → content; committed, so that `reset()` comes back to it. A `#!` at the start makes it executable. */
  readonly files: Readonly<Record<string, string>>;
  /** Path in the work tree → absolute target; neither committed nor removed by `reset()`, such as `node_modules`. */
  readonly links?: Readonly<Record<string, string>>;
  /** Added to PATH, HOME and TMPDIR. PATH starts with this project's own Node 24. */
  readonly env?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** Stands in for a command that isolation would make fail; the default runs it as it is. */
  readonly run?: Sandbox["run"];
};

/** A `Sandbox` over a temporary folder, without isolation: real files, real processes, real git. For tests alone. */
export async function openLocalSandbox(options: LocalSandboxOptions): Promise<Sandbox> {
  const home = await realpath(await mkdtemp(join(tmpdir(), "nightshift-local-")));
  const [dir, outDir, temporary] = [join(home, "tree"), join(home, "out"), join(home, "tmp")];
  for (const folder of [dir, outDir, temporary]) await mkdir(folder);
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
    if (content.startsWith("#!")) await chmod(join(dir, path), 0o755);
  };
  for (const [path, content] of Object.entries(options.files)) await write(path, content);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: dir, env: gitEnvironment(home, dir) });
  git("init", "-q");
  git("add", "-A", "-f");
  git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "base");
  const links = Object.entries(options.links ?? {});
  for (const [path, target] of links) await symlink(target, join(dir, path));
  const env = {
    PATH: `${join(projectRoot, "node_modules/.bin")}:${process.env.PATH ?? ""}`,
    HOME: temporary,
    TMPDIR: temporary,
    ...options.env,
  };
  const run = (command: SandboxCommand) =>
    runLocally({ ...command, cwd: join(dir, command.cwd ?? "."), env: { ...env, ...command.env } });
  return {
    name: options.name ?? "test/1",
    commit: git("rev-parse", "HEAD").toString().trim(),
    dir,
    mountPath: dir,
    outDir,
    outMountPath: outDir,
    supportPath: join(projectRoot, "support"),
    isIsolated: false,
    run: options.run ?? run,
    runOutside: run,
    async apply(edits) {
      for (const edit of edits) {
        if (edit.content === null) await rm(join(dir, edit.path), { force: true });
        else await write(edit.path, edit.content);
        if (edit.content !== null) await chmod(join(dir, edit.path), edit.mode === "100755" ? 0o755 : 0o644);
      }
    },
    async read(path) {
      const target = await realpath(join(dir, path)).catch(() => null);
      if (target === null || !`${target}${sep}`.startsWith(dir + sep)) return null;
      return (await lstat(target)).isFile() ? readFile(target) : null;
    },
    async reset() {
      git("reset", "-q", "--hard");
      git("clean", "-ffdxq", ...links.flatMap(([path]) => ["-e", path]));
    },
    async [Symbol.asyncDispose]() {
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Git whose directory the candidate cannot reach, as in a real sandbox. */
function gitEnvironment(home: string, dir: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: home,
    GIT_DIR: join(home, "git"),
    GIT_WORK_TREE: dir,
    GIT_CONFIG_NOSYSTEM: "1",
  };
}
