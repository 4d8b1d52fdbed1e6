import { checkRepository } from "../../src/campaign/check-repository.ts";
import { countUncommitted, warnOfUncommitted } from "../../src/campaign/count-uncommitted.ts";
import type { CampaignState } from "../../src/domain/campaign-state.ts";
import { findGates } from "../../src/find-gates.ts";
import type { OpenRepository } from "../../src/open-repository.ts";
import { openStopSignals } from "../../src/open-stop-signals.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift plan`: gates, limits, and by measuring what there is to work on. Writes no ref and no state. */
export async function planAction({
  options,
  output,
}: ActionInput<{ readonly measure: boolean }>): Promise<undefined> {
  const repository = await openForCommand(options, output);
  const { git, loaded, paths } = repository;
  const { stop, branches } = loaded.config;
  const { sacred } = await checkRepository(
    { configuredSacred: branches.sacred, stateRoot: paths.root },
    { git },
  );
  const { gates, notes } = await findGates(repository, sacred.commit);
  const state = options.measure ? await measure(repository, output.note) : null;
  const uncommitted = await countUncommitted({ git });
  const warning = warnOfUncommitted(uncommitted);
  const master = `${git.prefix}/master`;
  output.result({
    json: {
      sacred,
      master,
      config: loaded.path,
      gates: gates.map(({ name, kind, command, cwd }) => ({ name, kind, command, cwd })),
      notes,
      limits: stop,
      uncommitted: uncommitted.status === "counted" ? uncommitted.count : null,
      measured: state?.firstMeasurement ?? null,
      items: state?.workFound.items ?? null,
      exhausted: state?.workFound.exhausted ?? null,
    },
    text: [
      `Sacred: ${sacred.branch} at ${sacred.commit.slice(0, 12)}. Promotions go to ${master}.`,
      `Settings: ${loaded.path ?? "the defaults (no config file)"}`,
      `Limits: ${stop.maxCycles} cycles, ${stop.maxHours} hours, ${stop.convergence} cycles in a row that teach nothing`,
      ...(warning === null ? [] : [warning.message, `  ${warning.hint}`]),
      "Gates, in their order:",
      ...notes.map((note) => `  ${note}`),
      ...(state === null ? [] : describeWork(state)),
    ].join("\n"),
  });
  return undefined;
}

async function measure(repository: OpenRepository, note: (text: string) => void): Promise<CampaignState> {
  const { findTonightsWork } = await import("../../src/find-tonights-work.ts");
  using stop = openStopSignals(() => note("Stopping after this step."));
  const { signal } = stop;
  return findTonightsWork(repository, {
    signal,
    onProgress: ({ phase, detail }) => note(`${phase} ${detail}`),
  });
}

function describeWork({
  firstMeasurement,
  workFound,
  setAsideChecks,
  proofs,
}: CampaignState): readonly string[] {
  const { items, exhausted } = workFound;
  const unproven = proofs.filter(({ status }) => status === "unproven");
  return [
    "Measured:",
    ...firstMeasurement.map(({ gate, status, reason }) => `  ${gate}: ${status}, ${reason}`),
    ...unproven.map(({ gate, reason }) => `  ${gate} is unproven: ${reason}`),
    ...setAsideChecks.map(
      ({ gate, ids, reason, hint }) => `  ${gate}: ${ids.length} set aside as ${reason}. ${hint}`,
    ),
    items.length === 0 ? "Nothing to work on." : "Work, in its order:",
    ...items.map(({ gate, title }) => `  ${gate}: ${title}`),
    ...(exhausted > 0 ? [`${exhausted} more are known as exhausted.`] : []),
  ];
}
