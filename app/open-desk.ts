import { decodeStrictly } from "../src/adapters/git-text.ts";
import { CONFIG_PATH } from "../src/config/load-config.ts";
import { resolveConfig } from "../src/config/resolve-config.ts";
import { type Config, configSchema } from "../src/config/schema.ts";
import { describeError } from "../src/domain/errors.ts";
import { nameRefs } from "../src/domain/ref-names.ts";
import type { GitHub } from "../src/github-port.ts";
import { createHistory } from "../src/publish/state/create-history.ts";
import type { Desk } from "./desk.ts";

/** Commits of the default branch that may have come since a run began. */
const maxSteps = 100;

/** Makes the port for one repository; what may be written is bounded by the guard, and without one nothing is. */
export type Connect = (guard?: {
  readonly prefix: string;
  readonly sacred: string;
  readonly mayMerge: boolean;
}) => GitHub;

/**
 * Reads what a task needs to know of a repository. The configuration is the default branch's, whatever a pull request or
 * an issue says. Null where there is nothing to work on: archived or empty.
 */
export async function openDesk(
  { connect }: { readonly connect: Connect },
  deps: Pick<Desk, "login" | "publish" | "clock" | "log" | "readSettings" | "getUsage">,
): Promise<Desk | null> {
  const reader = connect();
  const info = await reader.getRepository();
  if (info.isArchived || info.isEmpty) return null;
  const branch = info.defaultBranch;
  const commit = await reader.getRef(`refs/heads/${branch}`);
  if (commit === null) return null;
  const { config, configFault } = readConfig(await reader.readFile(commit, CONFIG_PATH));
  const { prefix } = config.branches;
  const guard = { prefix, sacred: branch };
  return {
    ...deps,
    github: connect({ ...guard, mayMerge: false }),
    githubForMerge: connect({ ...guard, mayMerge: true }),
    info,
    sacred: { branch, commit },
    findInHistory: createHistory({ descendant: commit, limit: maxSteps }, { github: reader }),
    config,
    configFault,
    names: nameRefs(prefix),
    prefix,
  };
}

function readConfig(bytes: Buffer | null): { readonly config: Config; readonly configFault: string | null } {
  if (bytes === null) return { config: configSchema.parse({}), configFault: null };
  const text = decodeStrictly(bytes);
  if (text === null)
    return { config: configSchema.parse({}), configFault: `${CONFIG_PATH} is not UTF-8 text.` };
  try {
    const file = { text, path: CONFIG_PATH };
    return { config: resolveConfig({ file, flags: [], environment: {} }).config, configFault: null };
  } catch (error) {
    return { config: configSchema.parse({}), configFault: describeError(error) };
  }
}
