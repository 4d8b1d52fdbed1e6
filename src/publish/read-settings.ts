import { decodeStrictly } from "../adapters/git-text.ts";
import { CONFIG_PATH } from "../config/load-config.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { Config } from "../config/schema.ts";
import { describeError } from "../domain/errors.ts";
import type { GitHub } from "../github-port.ts";
import { digestConfig } from "./bundle/digest-config.ts";
import type { PublishSettings } from "./plan-publication.ts";
import { type PublicationRefusal, refusePublication } from "./publication-refusal.ts";

/** The configuration of a commit, as far as publishing asks. */
export type ReadSettings =
  | {
      readonly status: "read";
      readonly settings: PublishSettings;
      readonly config: Config;
      /** Of the file's bytes. */
      readonly configDigest: string;
    }
  | PublicationRefusal;

/** Reads the configuration of a commit of sacred through the API; no environment and no flag has a say in it. */
export async function readSettings(
  commit: string,
  { github }: { readonly github: Pick<GitHub, "readFile"> },
): Promise<ReadSettings> {
  const bytes = await github.readFile(commit, CONFIG_PATH);
  const text = bytes === null ? null : decodeStrictly(bytes);
  if (bytes !== null && text === null)
    return refusePublication("other-config", `${CONFIG_PATH} at ${commit.slice(0, 12)} is not UTF-8 text.`);
  try {
    const file = text === null ? null : { text, path: CONFIG_PATH };
    const { config } = resolveConfig({ file, flags: [], environment: {} });
    return { status: "read", config, settings: chooseSettings(config), configDigest: digestConfig(bytes) };
  } catch (error) {
    return refusePublication("other-config", `${CONFIG_PATH} cannot be read: ${describeError(error)}`);
  }
}

function chooseSettings({ branches, pullRequests, gates }: Config): PublishSettings {
  const { mode, maxOpen, maxPerNight } = pullRequests;
  return {
    ...{ prefix: branches.prefix, mode, maxOpen, maxPerNight },
    commandOf: (name) => {
      const command = gates.find((gate) => gate.name === name)?.command;
      return command === undefined
        ? null
        : typeof command === "string"
          ? command
          : command.map(quoteWord).join(" ");
    },
  };
}

/** A word as a POSIX shell takes it. */
function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
