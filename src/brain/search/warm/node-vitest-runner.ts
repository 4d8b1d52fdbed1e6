import { openNodeSession } from "./open-node-session.ts";
import { planVitestCommand } from "./plan-vitest-command.ts";
import type { WarmRunner } from "./warm-session.ts";

/** Candidates of projects that vitest tests: by vitest's own server and runner, in one process that stays. */
export const vitestRunner: WarmRunner = {
  name: "vitest",
  suits: ({ runner, kind }) => kind === "tests" && runner === "vitest",
  async open(input, deps) {
    const plan = planVitestCommand(input.task.gate);
    if (plan.status === "unsuited") return plan;
    const settings = { options: plan.options };
    return await openNodeSession(
      { ...input, runner: "vitest", program: "node", nodeOptions: [], settings },
      deps,
    );
  },
};
