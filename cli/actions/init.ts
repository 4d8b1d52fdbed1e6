import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "../../src/adapters/write-atomically.ts";
import { checkRepository } from "../../src/campaign/check-repository.ts";
import { initConfig } from "../../src/config/init-config.ts";
import { initWorkflows } from "../../src/config/init-workflows.ts";
import { CONFIG_PATH } from "../../src/config/load-config.ts";
import { NightshiftError, usageError } from "../../src/domain/errors.ts";
import { findGates } from "../../src/find-gates.ts";
import { nameAction } from "../../src/name-action.ts";
import type { InitOptions } from "../commands/init.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/**
 * `nightshift init`: writes a commented starter config from what is detected, and the workflows that call Nightshift on
 * GitHub. What is there already stays as it is, and is named, unless `--force` replaces it.
 */
export async function initAction({ options, output }: ActionInput<InitOptions>): Promise<undefined> {
  const repository = await openForCommand(options, output);
  const { git, loaded, paths } = repository;
  const workflows = initWorkflows({ isForApp: options.app === true, nameAction });
  const places = [CONFIG_PATH, ...workflows.map((workflow) => workflow.path)];
  const kept = options.force === true ? [] : places.filter((place) => existsSync(path.join(git.root, place)));
  if (kept.length === places.length) {
    throw usageError({
      code: "CONFIG_EXISTS",
      message: `${kept.join(" and ")} ${kept.length === 1 ? "is" : "are"} there already.`,
      hint: "Edit what is there, or replace it with --force.",
    });
  }
  const { sacred } = await checkRepository(
    { configuredSacred: loaded.config.branches.sacred, stateRoot: paths.root },
    { git },
  );
  const found = await findGatesOrNone();
  for (const note of found.notes) output.note(`  ${note}`);
  const files = [{ path: CONFIG_PATH, text: initConfig(found) }, ...workflows].filter(
    (file) => !kept.includes(file.path),
  );
  for (const file of files) {
    const place = path.join(git.root, file.path);
    await mkdir(path.dirname(place), { recursive: true });
    await writeAtomically(place, file.text);
  }
  const written = files.map((file) => file.path);
  output.result({
    json: { status: "written", path: CONFIG_PATH, written, kept, gates: found.gates.map(({ name }) => name) },
    text: [
      `Wrote ${written.join(" and ")}. Read it, commit it, and see with \`nightshift plan\` what a campaign would do.`,
      ...(kept.length === 0 ? [] : [`Left as it was: ${kept.join(", ")}.`]),
    ].join("\n"),
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
