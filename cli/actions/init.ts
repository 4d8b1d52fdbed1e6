import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "../../src/adapters/write-atomically.ts";
import { checkRepository } from "../../src/campaign/check-repository.ts";
import { initConfig } from "../../src/config/init-config.ts";
import { CONFIG_PATH } from "../../src/config/load-config.ts";
import { NightshiftError, usageError } from "../../src/domain/errors.ts";
import { findGates } from "../../src/find-gates.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift init`: writes a commented starter config from what is detected. Never replaces one without `--force`. */
export async function initAction({
  options,
  output,
}: ActionInput<{ readonly force?: boolean }>): Promise<undefined> {
  const repository = await openForCommand(options, output);
  const { git, loaded, paths } = repository;
  const file = path.join(git.root, CONFIG_PATH);
  if (existsSync(file) && options.force !== true) {
    throw usageError({
      code: "CONFIG_EXISTS",
      message: `${CONFIG_PATH} is there already.`,
      hint: "Edit it, or replace it with --force.",
    });
  }
  const { sacred } = await checkRepository(
    { configuredSacred: loaded.config.branches.sacred, stateRoot: paths.root },
    { git },
  );
  const found = await findGatesOrNone();
  for (const note of found.notes) output.note(`  ${note}`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, initConfig(found));
  output.result({
    json: { status: "written", path: CONFIG_PATH, gates: found.gates.map(({ name }) => name) },
    text: `Wrote ${CONFIG_PATH}. Read it, commit it, and see with \`nightshift plan\` what a campaign would do.`,
  });
  return undefined;

  async function findGatesOrNone(): ReturnType<typeof findGates> {
    try {
      return await findGates(repository, sacred.commit);
    } catch (error) {
      if (!(error instanceof NightshiftError) || error.code !== "NO_GATES") throw error;
      return {
        gates: [],
        written: new Map(),
        notes: ["no gate was detected: name one in the file before you run a campaign"],
      };
    }
  }
}
