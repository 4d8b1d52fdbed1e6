import path from "node:path";
import { createGit } from "../src/adapters/git.ts";
import { createProcessRunner } from "../src/adapters/process-runner.ts";
import { configSchema } from "../src/config/schema.ts";
import { createSandboxPool } from "../src/sandbox/sandbox-pool.ts";
import { generateRepository } from "./generate-repository.ts";
import { measureInTurns } from "./measure.ts";
import { readHead } from "./read-head.ts";
import type { BenchResult } from "./result.ts";
import { openScratch } from "./scratch.ts";

/** How large and how long: less in the tests of the benchmarks themselves. */
export type IsolationBenchSize = { readonly fileCount: number; readonly rounds: number };

/**
 * Running `true` in a sandbox, with all its walls and limits, against starting bubblewrap with nothing but namespaces.
 * Both are started by the same process runner, so that what Node takes to start a process is in both.
 */
export async function benchIsolation(
  { fileCount, rounds }: IsolationBenchSize = { fileCount: 400, rounds: 61 },
): Promise<readonly BenchResult[]> {
  await using scratch = await openScratch();
  const repository = path.join(scratch.path, "repository");
  await generateRepository(repository, fileCount);
  const commit = await readHead(repository);
  const processes = createProcessRunner();
  const git = await createGit(
    { dir: repository, prefix: "nightshift", environment: process.env },
    { processes },
  );
  await using pool = await createSandboxPool(
    {
      campaign: "isolation",
      stateRoot: path.join(git.commonDir, "nightshift"),
      config: configSchema.parse({ sandbox: { isolation: "required" } }).sandbox,
      sacred: commit,
      environment: process.env,
      isDryRun: false,
      onWarning: () => {},
    },
    { git, processes },
  );
  await using sandbox = await pool.open("bench/isolation", commit);
  const bare = {
    argv: ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "true"],
    cwd: "/",
    env: { PATH: process.env.PATH ?? "" },
    timeoutMs: 10_000,
  };
  const times = await measureInTurns(
    [
      { name: "bare", run: async () => expectExit((await processes.run(bare)).exitCode) },
      {
        name: "isolated",
        run: async () => expectExit((await sandbox.run({ command: ["true"], timeoutMs: 10_000 })).exitCode),
      },
    ],
    rounds,
  );
  const [bareMs = Number.NaN, isolatedMs = Number.NaN] = [times.get("bare"), times.get("isolated")];
  return [
    {
      name: "a command under isolation",
      measured: `${isolatedMs.toFixed(1)} ms`,
      against: `bwrap --unshare-all true: ${bareMs.toFixed(1)} ms`,
      ratio: isolatedMs / bareMs,
      bound: 5,
    },
  ];
}

function expectExit(code: number | null): undefined {
  if (code !== 0) throw new Error(`bubblewrap ended with ${code}: nothing was measured`);
}
