import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import { warmRunners } from "../warm/registry.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import { planStages } from "./plan-stages.ts";
import type { Stage } from "./stage.ts";

/** Both cores of the machines that runs are hosted on. */
const WIDTH = 2;

/** How candidates can be run: in warm processes; else plainly, with the reason; or not at all. */
export type RunWay =
  | { readonly status: "warm"; readonly session: WarmSession }
  | { readonly status: "plain"; readonly stages: readonly Stage[]; readonly reason: string }
  | { readonly status: "unsuited"; readonly reason: string };

/** Opens a warm session if a runner suits the gate and does what the gate does; else plans plain runs. Whoever gets a session closes it. */
export async function openRunWay(
  task: BrainTask,
  deps: SearchDeps & { readonly parser: SourceParser },
): Promise<RunWay> {
  const reasons: string[] = [];
  const isAboutChecks = task.item.kind === "failing-test";
  for (const runner of isAboutChecks ? (deps.warmRunners ?? warmRunners) : []) {
    if (!runner.suits(task.gate)) continue;
    const opening = await runner.open({ task, width: WIDTH }, deps);
    if (opening.status === "open") return { status: "warm", session: opening.session };
    reasons.push(`${runner.name}: ${opening.reason}`);
    await task.sandbox.reset();
  }
  const plan = await planStages(task, deps);
  if (plan.status === "unsuited") return plan;
  const reason = reasons[0] ?? "no warm runner is made for this gate";
  return { status: "plain", stages: plan.stages, reason };
}
