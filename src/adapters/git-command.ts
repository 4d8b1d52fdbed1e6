import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { NightshiftError, usageError } from "../domain/errors.ts";
import type { ProcessResult, ProcessRunner } from "../ports.ts";
import { buildGitEnvironment } from "./git-environment.ts";
import { openTemporaryFolder } from "./temporary-folder.ts";

const timeoutMs = 10 * 60_000;
const maxTextBytes = 256 * 1024 * 1024;
const maxFileBytes = 4 * 1024 * 1024 * 1024;

/** Settings that win over the user's: nothing of theirs is run, and no setting of theirs changes a hash. */
const settings = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.splitIndex=false",
  "core.sparseCheckout=false",
  "core.filesRefLockTimeout=5000",
  "core.packedRefsTimeout=5000",
  "gc.auto=0",
  "maintenance.auto=false",
  "commit.gpgSign=false",
  "i18n.commitEncoding=UTF-8",
  "index.sparse=false",
  "log.showSignature=false",
  "log.mailmap=false",
].flatMap((setting) => ["-c", setting]);

/** What a git command gets besides its arguments. */
export type GitInput = {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
};

/** How a git command ended. */
type GitAnswer = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs git in one folder with neutral settings and a clean environment. */
export type GitCommand = {
  /** Whatever the exit code is. Throws `GIT_MISSING`, or `GIT_FAILED` when git did not exit by itself. */
  attempt(args: readonly string[], input?: GitInput): Promise<GitAnswer>;
  /** Standard output as UTF-8. Throws `GIT_FAILED` for any exit code but 0. */
  text(args: readonly string[], input?: GitInput): Promise<string>;
  /** Standard output byte by byte, for contents and for paths of unknown encoding. Throws as `text`. */
  bytes(args: readonly string[], input?: GitInput): Promise<Buffer>;
};

/** A runner of git commands in `dir`; `environment` as `buildGitEnvironment` takes it. */
export function createGitCommand(
  {
    dir,
    environment,
  }: { readonly dir: string; readonly environment?: Readonly<Record<string, string | undefined>> },
  { processes }: { readonly processes: ProcessRunner },
): GitCommand {
  const base = { cwd: dir, timeoutMs };
  const env = buildGitEnvironment(environment);

  async function attempt(args: readonly string[], input: GitInput = {}): Promise<GitAnswer> {
    const result = await processes.run({
      ...base,
      argv: ["git", ...settings, ...args],
      env: { ...env, ...input.env },
      maxOutputBytes: maxTextBytes,
      ...(input.stdin === undefined ? {} : { stdin: input.stdin }),
    });
    return readAnswer(args, result);
  }

  async function text(args: readonly string[], input: GitInput = {}): Promise<string> {
    return checkAnswer(args, await attempt(args, input)).stdout;
  }

  async function bytes(args: readonly string[], input: GitInput = {}): Promise<Buffer> {
    await using folder = await openTemporaryFolder();
    const stdout = join(folder.path, "stdout");
    const result = await processes.run({
      ...base,
      argv: ["git", ...settings, ...args],
      env: { ...env, ...input.env },
      outputFiles: { stdout, stderr: join(folder.path, "stderr"), maxFileBytes },
      ...(input.stdin === undefined ? {} : { stdin: input.stdin }),
    });
    checkAnswer(args, readAnswer(args, { ...result, isTruncated: false }));
    return await readFile(stdout);
  }

  return { attempt, text, bytes };
}

function readAnswer(args: readonly string[], result: ProcessResult): GitAnswer {
  if (result.status === "not-found") {
    throw usageError({
      code: "GIT_MISSING",
      message: "git is not installed, or it is not on the PATH.",
      hint: "Install git 2.34 or newer.",
    });
  }
  if (result.exitCode === null || result.isTruncated) {
    throw new NightshiftError({
      code: "GIT_FAILED",
      message: `git ${args.join(" ")} ${result.isTruncated ? "printed more than can be read" : `ended as ${result.status}`}.`,
      hint: "Run the command by hand in the repository to see what it waits for.",
    });
  }
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}

function checkAnswer(args: readonly string[], answer: GitAnswer): GitAnswer {
  if (answer.exitCode === 0) {
    return answer;
  }
  throw new NightshiftError({
    code: "GIT_FAILED",
    message: `git ${args.join(" ")} exited with ${answer.exitCode}: ${answer.stderr.trim()}`,
    hint: "Run `git fsck` in the repository if it names a missing or broken object.",
  });
}
