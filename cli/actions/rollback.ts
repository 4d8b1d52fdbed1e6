import { planRollback, type RollbackPlan } from "../../src/campaign/plan-rollback.ts";
import { rollBack } from "../../src/campaign/roll-back.ts";
import { NightshiftError } from "../../src/domain/errors.ts";
import { learnFromRollback } from "../../src/learn-from-rollback.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift rollback [snapshot]`: a forward commit on master with the snapshot's tree. */
export async function rollbackAction(
  { options, output }: ActionInput<object>,
  snapshot: string | undefined,
): Promise<undefined> {
  const repository = await openForCommand(options, output);
  const { git, clock, loaded } = repository;
  const plan = await planRollback(snapshot === undefined ? {} : { snapshot }, { git });
  const result = await rollBack({ plan, at: clock.now(), keep: loaded.config.snapshots.keep }, { git });
  if (result.status === "moved") {
    throw new NightshiftError({
      code: "MASTER_MOVED",
      message: `Master moved while it was being rolled back: ${result.reason}.`,
      hint: "Nothing was changed. Let the other writer finish, and roll back again.",
    });
  }
  const lessons = result.status === "rolled-back" ? await learnFromRollback(plan, repository) : 0;
  const text = result.status === "rolled-back" ? renderRollback(plan, { ...result, lessons }) : result.reason;
  output.result({ json: { ...result, snapshotUsed: plan.target.name, undone: plan.undone, lessons }, text });
  return undefined;
}

function renderRollback(
  plan: RollbackPlan,
  result: { readonly commit: string; readonly snapshot: string; readonly lessons: number },
): string {
  const undo = result.snapshot.split("/snapshot/")[1] ?? result.snapshot;
  return [
    `Master has the files of snapshot ${plan.target.name} again, by commit ${result.commit.slice(0, 12)}.`,
    ...plan.undone.map(({ commit, subject }) => `  undone ${commit.slice(0, 12)} ${subject}`),
    ...(result.lessons > 0
      ? ["Remembered: what was undone is not tried again while the code is as it is now."]
      : []),
    `Undo it with: nightshift rollback ${undo}`,
  ].join("\n");
}
