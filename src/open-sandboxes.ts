import type { Sacred } from "./campaign/find-sacred.ts";
import type { Config } from "./config/schema.ts";
import type { EventOf } from "./domain/events.ts";
import type { OpenRepository } from "./open-repository.ts";
import type { Capabilities } from "./policy/capabilities/capabilities.ts";
import { restrictGit } from "./policy/capabilities/restrict-git.ts";
import { restrictCommands } from "./restrict-commands.ts";
import { checkEscapes } from "./sandbox/check-escapes.ts";
import type { Sandbox, SandboxCommand } from "./sandbox/sandbox.ts";
import { createSandboxPool, type SandboxPool } from "./sandbox/sandbox-pool.ts";
import { sweepSandboxes } from "./sandbox/sweep-sandboxes.ts";

/** What the sandboxes of a campaign are opened with. */
export type SandboxesInput = {
  readonly campaign: string;
  readonly config: Config;
  readonly sacred: Sacred;
  readonly isDryRun: boolean;
  readonly signal: AbortSignal;
  readonly onWarning: (message: string) => void;
  /** Of the sacred commit. */
  readonly capabilities: Capabilities;
};

/**
 * Sweeps what killed campaigns left behind and makes the pool of this one. What runs in a sandbox ends when the campaign
 * is asked to stop; what the pool itself does goes on, so that it cleans up.
 *
 * Throws `ISOLATION_MISSING` where isolation is required and not to be had, and on a runner of GitHub Actions what
 * `checkEscapes` throws.
 */
export async function openSandboxes(
  { campaign, config, sacred, isDryRun, signal, onWarning, capabilities }: SandboxesInput,
  { git: whole, processes, paths, environment }: OpenRepository,
): Promise<{
  readonly sandboxes: SandboxPool;
  readonly isolation: EventOf<"campaign-started">["isolation"];
}> {
  const git = restrictGit(whole, { principal: "campaign", capabilities });
  await sweepSandboxes({ stateRoot: paths.root, isDryRun }, { git, processes });
  const pool = await createSandboxPool(
    {
      campaign,
      stateRoot: paths.root,
      config: config.sandbox,
      sacred: sacred.commit,
      environment,
      isDryRun,
      onWarning,
    },
    { git, processes },
  );
  const { isolation } = pool;
  if (environment.GITHUB_ACTIONS !== undefined && isolation.status === "isolated") {
    // A runner has password-less sudo and a container engine for everybody.
    await using trial = await pool.open(`${campaign}/check`, sacred.commit);
    await checkEscapes(trial);
  }
  const sandboxes: SandboxPool = {
    ...pool,
    open: async (name, commit) =>
      restrictCommands(stopWith(await pool.open(name, commit), signal), capabilities),
  };
  return {
    sandboxes,
    isolation:
      isolation.status === "isolated"
        ? { kind: "bubblewrap", reason: `version ${isolation.version}` }
        : { kind: "none", reason: isolation.reason },
  };
}

/** A sandbox whose commands end when the signal says so. */
function stopWith(sandbox: Sandbox, signal: AbortSignal): Sandbox {
  const withSignal = (command: SandboxCommand): SandboxCommand => ({
    ...command,
    signal: command.signal === undefined ? signal : AbortSignal.any([signal, command.signal]),
  });
  return {
    ...sandbox,
    run: (command) => sandbox.run(withSignal(command)),
    runOutside: (command) => sandbox.runOutside(withSignal(command)),
  };
}
