import { writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { createGit } from "../src/adapters/git.ts";
import { createProcessRunner } from "../src/adapters/process-runner.ts";
import { configSchema } from "../src/config/schema.ts";
import { createSandboxPool, type SandboxPool } from "../src/sandbox/sandbox-pool.ts";
import { generateRepository } from "./generate-repository.ts";
import { measureInTurns } from "./measure.ts";
import { readHead } from "./read-head.ts";
import type { BenchResult } from "./result.ts";
import { openScratch } from "./scratch.ts";

/** How large and how long: less in the tests of the benchmarks themselves. */
export type SandboxBenchSize = { readonly fileCount: number; readonly rounds: number };

/**
 * Opening a sandbox against `git worktree add` on the same repository: in a pool that is new, and in one whose work
 * tree was used before, left with an edit and a stray file, and is now wanted for the next commit.
 *
 * Nothing is deleted before the end: ext4 is slow to create files just after it has deleted many.
 */
export async function benchSandbox(
  { fileCount, rounds }: SandboxBenchSize = { fileCount: 4_000, rounds: 9 },
): Promise<readonly BenchResult[]> {
  await using scratch = await openScratch();
  const repository = path.join(scratch.path, "repository");
  await generateRepository(repository, fileCount);
  const commits = [await readHead(repository), await commitChange(repository)] as const;
  const processes = createProcessRunner();
  const git = await createGit(
    { dir: repository, prefix: "nightshift", environment: process.env },
    { processes },
  );
  const openPool = (campaign: string): Promise<SandboxPool> =>
    createSandboxPool(
      {
        campaign,
        stateRoot: path.join(git.commonDir, "nightshift"),
        config: configSchema.parse({}).sandbox,
        sacred: commits[0],
        environment: process.env,
        isDryRun: false,
        onWarning: () => {},
      },
      { git, processes },
    );
  await using pools = new AsyncDisposableStack();
  const pool = pools.use(await openPool("pooled"));
  await useSandbox(pool, "first", commits[0]);
  const times = await measureInTurns(
    [
      { name: "worktree", run: (round) => addWorktree(repository, path.join(scratch.path, `tree-${round}`)) },
      {
        name: "fresh",
        run: async (round) => {
          const fresh = pools.use(await openPool(`fresh-${round}`));
          return await useSandbox(fresh, `fresh-${round}`, commits[0]);
        },
      },
      {
        name: "pooled",
        run: (round) =>
          useSandbox(pool, `pooled-${round}`, commits[(round + 1) % commits.length] ?? commits[0]),
      },
    ],
    rounds,
  );
  const [worktreeMs, freshMs, pooledMs] = ["worktree", "fresh", "pooled"].map(
    (name) => times.get(name) ?? Number.NaN,
  ) as [number, number, number];
  const against = `git worktree add: ${worktreeMs.toFixed(0)} ms`;
  return [
    {
      name: "fresh sandbox",
      measured: `${freshMs.toFixed(0)} ms`,
      against,
      ratio: freshMs / worktreeMs,
      bound: 1.3,
    },
    {
      name: "pooled sandbox",
      measured: `${pooledMs.toFixed(0)} ms`,
      against,
      ratio: pooledMs / worktreeMs,
      bound: 0.25,
    },
  ];
}

/** Milliseconds until a sandbox is open; what candidate code would leave behind is left in it. */
async function useSandbox(pool: SandboxPool, name: string, commit: string): Promise<number> {
  const start = performance.now();
  await using sandbox = await pool.open(`bench/${name}`, commit);
  const openMs = performance.now() - start;
  const stray = path.join(sandbox.dir, "report.json");
  await sandbox.apply([{ path: "src/group-0/module-1.js", mode: "100644", content: "export {};\n" }]);
  await writeFile(stray, "{}\n");
  return openMs;
}

/** Milliseconds of `git worktree add`. */
async function addWorktree(repository: string, folder: string): Promise<number> {
  const start = performance.now();
  await execa("git", ["worktree", "add", "--quiet", folder], { cwd: repository });
  return performance.now() - start;
}

/** One more commit, as a promotion would be: one line of one file. */
async function commitChange(repository: string): Promise<string> {
  await writeFile(path.join(repository, "src", "group-0", "module-0.js"), "export const value0 = 1;\n");
  await execa("git", ["commit", "--quiet", "--all", "--message", "a change"], { cwd: repository });
  return await readHead(repository);
}
