import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { configSchema } from "../../src/config/schema.ts";
import type { Git } from "../../src/ports.ts";
import { createSandboxPool, type SandboxPool } from "../../src/sandbox/sandbox-pool.ts";
import { type GitRepository, openGitRepository } from "./git-repository.ts";

/** A real repository with a pool of sandboxes on it; all of it is gone when its scope ends. */
export type SandboxRig = AsyncDisposable & {
  readonly repository: GitRepository;
  readonly git: Git;
  readonly stateRoot: string;
  readonly pool: SandboxPool;
  readonly commit: string;
  readonly warnings: readonly string[];
  /** Another campaign's pool on the same state root. */
  reopen(sacred?: string): Promise<AsyncDisposable & { readonly pool: SandboxPool }>;
};

/** What a rig starts with. */
export type SandboxRigOptions = {
  readonly files?: Readonly<Record<string, string>>;
  /** Writes what `files` cannot say, before the commit. */
  readonly prepare?: (repository: GitRepository) => void;
  /** Leaves what git does not track, after the commit. */
  readonly install?: (repository: GitRepository) => void;
  /** Keys of `sandbox` in the config file. */
  readonly sandbox?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly objectFormat?: string;
};

/** Makes a repository with one commit, and a pool on it with isolation required unless `sandbox` says otherwise. */
export async function openSandboxRig(options: SandboxRigOptions = {}): Promise<SandboxRig> {
  const repository = openGitRepository({ objectFormat: options.objectFormat ?? "sha1" });
  for (const [path, content] of Object.entries(options.files ?? { "a.txt": "one\n" })) {
    repository.write(path, content, content.startsWith("#!") ? "executable" : "file");
  }
  options.prepare?.(repository);
  const commit = repository.commit();
  options.install?.(repository);
  const stateRoot = realpathSync(mkdtempSync(join(tmpdir(), "nightshift-state-")));
  const git = await repository.open();
  const warnings: string[] = [];
  let campaigns = 0;
  const openPool = (sacred: string) => {
    campaigns += 1;
    return createSandboxPool(
      {
        campaign: `c${campaigns}`,
        stateRoot,
        config: configSchema.parse({ sandbox: { isolation: "required", ...options.sandbox } }).sandbox,
        sacred,
        environment: options.environment ?? { PATH: process.env.PATH, HOME: process.env.HOME },
        isDryRun: false,
        onWarning: (text) => warnings.push(text),
      },
      { git, processes: createProcessRunner() },
    );
  };
  const clean = async () => {
    repository[Symbol.dispose]();
    await rm(stateRoot, { recursive: true, force: true });
  };
  const pool = await openPool(commit).catch(async (error) => {
    await clean();
    throw error;
  });
  return {
    repository,
    git,
    stateRoot,
    pool,
    commit,
    warnings,
    async reopen(sacred = commit) {
      const other = await openPool(sacred);
      return { pool: other, [Symbol.asyncDispose]: () => other[Symbol.asyncDispose]() };
    },
    async [Symbol.asyncDispose]() {
      await pool[Symbol.asyncDispose]();
      await clean();
    },
  };
}
