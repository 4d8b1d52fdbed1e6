import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createGit } from "../../src/adapters/git.ts";
import type { Git } from "../../src/ports.ts";
import { createPlainProcessRunner } from "./plain-process-runner.ts";

/** A real repository in a temporary folder, on branch `main`, gone when its `using` scope ends. */
export type GitRepository = Disposable & {
  /** Root of the work tree, symbolic links resolved. */
  readonly dir: string;
  /** Runs the git program as the user would; standard output, its last newline taken off. */
  run(...args: readonly string[]): string;
  /** Writes a file, or what `entry` says, into the work tree. */
  write(path: string | Buffer, content: string | Buffer, entry?: "file" | "executable" | "symlink"): void;
  /** Adds everything and commits it; the new commit. */
  commit(message?: string): string;
  /** The adapter under test, on this repository. */
  open(options?: { readonly prefix?: string; readonly dir?: string }): Promise<Git>;
  /** Digest of all that belongs to the user: HEAD, refs outside of the prefix, index, config, status. */
  fingerprint(): string;
};

/** Makes an empty repository. */
export function openGitRepository({
  objectFormat = "sha1",
}: {
  readonly objectFormat?: string;
} = {}): GitRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "nightshift-git-")));
  const dir = join(home, "repo");
  mkdirSync(dir);
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    LC_ALL: "C",
    GIT_AUTHOR_NAME: "User",
    GIT_AUTHOR_EMAIL: "user@example.org",
    GIT_COMMITTER_NAME: "User",
    GIT_COMMITTER_EMAIL: "user@example.org",
  };
  const run = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: dir, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).replace(
      /\n$/,
      "",
    );
  run("init", "-q", "-b", "main", `--object-format=${objectFormat}`);

  return {
    dir,
    run,
    write(path, content, entry = "file") {
      const place = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(path)]);
      if (typeof path === "string") {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
      }
      if (entry === "symlink") {
        symlinkSync(content, place);
        return;
      }
      writeFileSync(place, content);
      chmodSync(place, entry === "executable" ? 0o755 : 0o644);
    },
    commit(message = "change") {
      run("add", "-A");
      run("commit", "-q", "--no-verify", "--allow-empty", "-m", message);
      return run("rev-parse", "HEAD");
    },
    open({ prefix = "nightshift", dir: from = dir } = {}) {
      return createGit({ dir: from, prefix, environment: env }, { processes: createPlainProcessRunner() });
    },
    fingerprint() {
      const refs = run("for-each-ref")
        .split("\n")
        .filter((line) => !line.includes("/nightshift/"));
      const files = ["HEAD", "index", "config"].map((name) =>
        readFileSync(join(dir, ".git", name)).toString("base64"),
      );
      const status = run("--no-optional-locks", "status", "--porcelain", "--ignored");
      return createHash("sha256")
        .update(JSON.stringify([refs, files, status]))
        .digest("hex");
    },
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  };
}
