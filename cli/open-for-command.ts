import type { NamedSetting } from "../src/config/read-environment.ts";
import { type OpenRepository, openRepository } from "../src/open-repository.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Output } from "./output.ts";

/** Opens the repository that a command is about, and says aloud what overrides what. */
export async function openForCommand(
  options: CommonOptions,
  output: Output,
  flags: readonly NamedSetting[] = [],
): Promise<OpenRepository> {
  const { repo, config: configFile, root } = options;
  const repository = await openRepository({ repo, configFile, root, flags, environment: process.env });
  for (const notice of repository.loaded.notices) output.warn(notice, "");
  return repository;
}
