/**
 * Opens a sandbox of campaign `killed`, prints the path of a file that a daemon in it goes on writing, and waits to be
 * killed. Arguments: repository, state root, commit.
 */
import { join } from "node:path";
import { createGit } from "../../src/adapters/git.ts";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { configSchema } from "../../src/config/schema.ts";
import { createSandboxPool } from "../../src/sandbox/sandbox-pool.ts";

const [dir = "", stateRoot = "", commit = ""] = process.argv.slice(2);
const processes = createProcessRunner();
const environment = { PATH: process.env.PATH, HOME: process.env.HOME };
const git = await createGit({ dir, prefix: "nightshift", environment }, { processes });
const pool = await createSandboxPool(
  {
    campaign: "killed",
    stateRoot,
    config: configSchema.parse({ sandbox: { isolation: "required" } }).sandbox,
    sacred: commit,
    environment,
    isDryRun: false,
    onWarning: console.error,
  },
  { git, processes },
);
const sandbox = await pool.open("killed/1", commit);
console.log(join(sandbox.dir, "beat"));
await sandbox.run({
  command: "setsid sh -c 'while :; do date +%N > beat; sleep 0.05; done' & sleep 300",
  timeoutMs: 300_000,
});
