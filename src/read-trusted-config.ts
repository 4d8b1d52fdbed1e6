import { decodeStrictly } from "./adapters/git-text.ts";
import { CONFIG_PATH, loadConfig } from "./config/load-config.ts";
import { type LoadedConfig, resolveConfig } from "./config/resolve-config.ts";
import { usageError } from "./domain/errors.ts";
import type { Git } from "./ports.ts";

/** Who may say something about the configuration besides the commit: the person at the machine. */
export type TrustedConfigInput = {
  readonly commit: string;
  /** Named by the person; taken in place of the commit's. */
  readonly configFile: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * The configuration as a commit has it, so that what is judged on top of the commit has no say in how. The work tree's
 * file does not count. Throws `CONFIG_INVALID`, and `CONFIG_MISSING` for a file that cannot be read.
 */
export async function readTrustedConfig(
  { commit, configFile, environment }: TrustedConfigInput,
  { git }: { readonly git: Pick<Git, "root" | "readFile"> },
): Promise<LoadedConfig> {
  if (configFile !== undefined) {
    return loadConfig({ root: git.root, file: configFile, flags: [], environment });
  }
  const bytes = await git.readFile(commit, CONFIG_PATH);
  const text = bytes === null ? null : decodeStrictly(bytes);
  if (bytes !== null && text === null) {
    throw usageError({
      code: "CONFIG_MISSING",
      message: `${CONFIG_PATH} at ${commit.slice(0, 12)} is not UTF-8 text.`,
      hint: "Commit it as UTF-8.",
    });
  }
  return resolveConfig({ file: text === null ? null : { text, path: CONFIG_PATH }, flags: [], environment });
}
