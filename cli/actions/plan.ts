import { checkRepository } from "../../src/campaign/check-repository.ts";
import { findGates } from "../../src/find-gates.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift plan`: gates, limits and isolation, and by measuring what there is to work on. Writes no ref. */
export async function planAction({
  options,
  output,
}: ActionInput<{ readonly measure: boolean }>): Promise<undefined> {
  const repository = await openForCommand(options, output);
  const { git, loaded, paths } = repository;
  const { config } = loaded;
  const { sacred } = await checkRepository(
    { configuredSacred: config.branches.sacred, stateRoot: paths.root },
    { git },
  );
  const { gates, notes } = await findGates(repository, sacred.commit);
  const uncommitted = await git.uncommittedPaths();
  const items = options.measure ? await measure() : null;
  const json = {
    sacred,
    master: `refs/heads/${git.prefix}/master`,
    config: loaded.path,
    gates: gates.map(({ name, kind, command, cwd, order }) => ({ name, kind, command, cwd, order })),
    notes,
    limits: config.stop,
    uncommitted: uncommitted.length,
    items,
  };
  output.result({ json, text: render() });
  return undefined;

  async function measure() {
    const { findTonightsWork } = await import("../../src/find-tonights-work.ts");
    return findTonightsWork(repository, { sacred, gates, onProgress: (text) => output.note(text) });
  }

  function render(): string {
    const { maxCycles, maxHours, convergence } = config.stop;
    const lines = [
      `Sacred: ${sacred.branch} at ${sacred.commit.slice(0, 12)}. Promotions go to ${git.prefix}/master.`,
      `Settings: ${loaded.path ?? "defaults (no config file)"}; at most ${maxCycles} cycles, ${maxHours} hours, ${convergence} in a row that teach nothing.`,
      ...(uncommitted.length > 0
        ? [`${uncommitted.length} uncommitted paths: a campaign does not see them.`]
        : []),
      "Gates, in their order:",
      ...notes.map((note) => `  ${note}`),
    ];
    if (items === null) return lines.join("\n");
    if (items.length === 0)
      return [...lines, "Nothing to work on: every gate is as it should be."].join("\n");
    return [...lines, "Work, in its order:", ...items.map(({ title, gate }) => `  ${gate}: ${title}`)].join(
      "\n",
    );
  }
}
