import { countUncommitted, warnOfUncommitted } from "../../src/campaign/count-uncommitted.ts";
import { mutateRepository } from "../../src/mutate-repository.ts";
import { openStopSignals } from "../../src/open-stop-signals.ts";
import type { MutateOptions } from "../commands/mutate.ts";
import { openForCommand } from "../open-for-command.ts";
import { renderMutation } from "../render-mutation.ts";
import type { ActionInput } from "../run-action.ts";

const DEFAULT_SEED = 1;
/** A person who watches without a terminal gets a line this often, milliseconds. */
const NOTE_MS = 10_000;

/** `nightshift mutate`: plants faults and shows which the tests do not see. Writes nothing in the repository. */
export async function mutateAction({ options, output }: ActionInput<MutateOptions>): Promise<undefined> {
  const repository = await openForCommand(options, output);
  const { git, loaded } = repository;
  const uncommitted = warnOfUncommitted(await countUncommitted({ git }));
  if (uncommitted !== null) output.warn(uncommitted.message, uncommitted.hint);
  using stop = openStopSignals(() => output.note("Stopping. Press Ctrl-C again to stop at once."));
  let notedMs = 0;
  const { commit, report } = await mutateRepository(
    {
      ...{ glob: options.files ?? null, gate: options.gate ?? null, max: options.max, signal: stop.signal },
      seed: options.seed ?? loaded.config.brain.seed ?? DEFAULT_SEED,
      onWarning: (message) => output.warn(message, ""),
      onProgress: (detail) => {
        const nowMs = performance.now();
        if (nowMs - notedMs < NOTE_MS) return;
        notedMs = nowMs;
        output.note(detail);
      },
    },
    repository,
  );
  output.result(renderMutation(commit, report));
  return undefined;
}
