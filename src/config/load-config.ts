import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { describeError, usageError } from "../domain/errors.ts";
import type { NamedSetting } from "./read-environment.ts";
import { type LoadedConfig, resolveConfig } from "./resolve-config.ts";

/** Where the config is looked for, relative to the repository's root. */
export const CONFIG_PATH = ".github/nightshift.yml";
const MISNAMED_PATH = ".github/nightshift.yaml";

/**
 * Reads the config file, if there is one, and resolves the effective config.
 * @throws CONFIG_INVALID with every problem; CONFIG_MISSING when the named file cannot be read; CONFIG_MISNAMED for
 * `.github/nightshift.yaml`, which would be ignored without a word
 */
export async function loadConfig(input: {
  /** Root of the repository, absolute. */
  readonly root: string;
  /** A config file named by the person, relative to the working directory; it has to exist. */
  readonly file?: string | undefined;
  readonly flags: readonly NamedSetting[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<LoadedConfig> {
  const { flags, environment } = input;
  if (input.file !== undefined) {
    const text = await readText(resolve(input.file)).catch((error: unknown) => {
      throw usageError({
        code: "CONFIG_MISSING",
        message: `The config file ${input.file} cannot be read: ${describeError(error)}`,
        hint: `Name an existing file with --config, or leave it out to use ${CONFIG_PATH}.`,
        cause: error,
      });
    });
    return resolveConfig({ file: { text, path: input.file }, flags, environment });
  }
  if ((await readOptional(resolve(input.root, MISNAMED_PATH))) !== null) {
    throw usageError({
      code: "CONFIG_MISNAMED",
      message: `The config is called ${MISNAMED_PATH}, where nothing reads it.`,
      hint: `Rename it to ${CONFIG_PATH}.`,
    });
  }
  const text = await readOptional(resolve(input.root, CONFIG_PATH));
  const file = text === null ? null : { text, path: CONFIG_PATH };
  return resolveConfig({ file, flags, environment });
}

async function readOptional(path: string): Promise<string | null> {
  try {
    return await readText(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw usageError({
      code: "CONFIG_MISSING",
      message: `The config file ${path} cannot be read: ${describeError(error)}`,
      hint: "Make it a readable file, or name another one with --config.",
      cause: error,
    });
  }
}

/** Refuses what is not UTF-8 instead of replacing it: a mangled glob would match nothing. */
async function readText(path: string): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
}
