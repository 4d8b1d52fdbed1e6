import { openNodeSession } from "./open-node-session.ts";
import { planNodeCommand } from "./plan-node-command.ts";
import type { WarmRunner } from "./warm-session.ts";

/** Candidates of projects that node:test tests: modules and tests loaded anew in a process that stays. */
export const nodeTestRunner: WarmRunner = {
  name: "node-test",
  suits: ({ runner, kind }) => kind === "tests" && runner === "node-test",
  async open(input, deps) {
    const plan = planNodeCommand(input.task.gate);
    if (plan.status === "unsuited") return plan;
    return await openNodeSession({ ...input, ...plan, runner: "node-test" }, deps);
  },
};
