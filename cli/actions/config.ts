import { renderSettings } from "../../src/config/render-settings.ts";
import { resolveGates } from "../../src/config/resolve-gates.ts";
import { showConfig } from "../../src/config/show-config.ts";
import { createCapabilities } from "../../src/policy/capabilities/create-capabilities.ts";
import { readWorkTreePolicies } from "../../src/policy/capabilities/work-tree-policies.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift config show`: the effective config, with where each value came from; secrets are masked. */
export async function showConfigAction({ options, output }: ActionInput<object>): Promise<undefined> {
  const { loaded } = await openForCommand(options, output);
  const settings = showConfig(loaded);
  output.result({ json: { path: loaded.path, settings }, text: renderSettings(settings).join("\n") });
  return undefined;
}

/**
 * `nightshift config validate`: throws `CONFIG_INVALID`, or `POLICY_INVALID` for the project's Cedar policies, with every
 * mistake and its place, or says that all is well. Both are checked as they stand in the work tree.
 */
export async function validateConfigAction({ options, output }: ActionInput<object>): Promise<undefined> {
  const { git, loaded } = await openForCommand(options, output);
  const gates = resolveGates(loaded.config.gates, loaded);
  const project = await readWorkTreePolicies(git.root);
  const { prefix, sacred } = loaded.config.branches;
  if (project.length > 0) await createCapabilities({ prefix, sacred, project }).verify();
  const where = loaded.path ?? "No config file; the defaults and the environment";
  const verb = loaded.path === null ? "are" : "is";
  output.result({
    json: { status: "valid", path: loaded.path, gates: gates.map(({ name }) => name) },
    text: `${where} ${verb} valid.`,
  });
  return undefined;
}
