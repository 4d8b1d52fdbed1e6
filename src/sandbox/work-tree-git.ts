import { createGitCommand, type GitCommand } from "../adapters/git-command.ts";
import type { ProcessRunner } from "../ports.ts";
import type { SystemPrograms } from "./isolation.ts";

/**
 * Git writes as the user of a sandbox, so that its files belong there, and still reads and replaces what only root can.
 * The real user stays root: access(2) asks for that one, and without it would find the git directory closed.
 */
const reach = "+dac_override,+dac_read_search";

/**
 * Git on a work tree, with a git directory and an index that candidate code cannot reach, and no settings but those:
 * no filters (so pointers of large files stay pointers), no hooks, no attributes of the machine. With `user` what it
 * writes belongs to that user.
 */
export function createWorkTreeGit(
  {
    gitDir,
    tree,
    index,
    path,
    owner,
  }: {
    readonly gitDir: string;
    readonly tree: string;
    readonly index: string;
    readonly path: string;
    /** Null: files belong to whoever runs Nightshift. */
    readonly owner: { readonly user: number; readonly programs: SystemPrograms } | null;
  },
  { processes }: { readonly processes: ProcessRunner },
): GitCommand {
  const prefix =
    owner === null
      ? []
      : [
          ...[owner.programs.setpriv, `--euid=${owner.user}`, `--egid=${owner.user}`, "--clear-groups"],
          ...[`--inh-caps=${reach}`, `--ambient-caps=${reach}`, "--"],
        ];
  const git = createGitCommand(
    { dir: gitDir, environment: { PATH: path, HOME: gitDir } },
    { processes: { run: (spec) => processes.run({ ...spec, argv: [...prefix, ...spec.argv] }) } },
  );
  const env = {
    GIT_DIR: gitDir,
    GIT_WORK_TREE: tree,
    GIT_INDEX_FILE: index,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
  };
  return {
    attempt: (args, input) => git.attempt(args, { ...input, env: { ...env, ...input?.env } }),
    text: (args, input) => git.text(args, { ...input, env: { ...env, ...input?.env } }),
    bytes: (args, input) => git.bytes(args, { ...input, env: { ...env, ...input?.env } }),
  };
}
