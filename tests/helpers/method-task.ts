import type { BrainTask } from "../../src/brain/brain.ts";
import { configSchema } from "../../src/config/schema.ts";
import { createArmPolicy } from "../../src/memory/policy/arm-policy.ts";
import type { MethodTask } from "../../src/methods/method.ts";
import { plainTask } from "./plain-task.ts";

/** A task for a method, with nothing in it but what a test gives; what it does not give fails where it is used. */
export function methodTask(parts: Partial<MethodTask>): MethodTask {
  const missing = (name: string) => async (): Promise<never> => {
    throw new Error(`this test gave no ${name}`);
  };
  return {
    brains: [],
    advisor: null,
    brainTask: { ...plainTask, signal: new AbortController().signal } as unknown as BrainTask,
    attempts: 3,
    settings: configSchema.parse({}).method,
    policy: createArmPolicy(new Map()),
    width: 2,
    random: () => 0.5,
    judgeProposal: missing("judgeProposal"),
    reproduce: missing("reproduce"),
    openSandbox: missing("openSandbox"),
    runGate: missing("runGate"),
    gates: [],
    readBase: async () => null,
    describeEdits: async () => "",
    onStep: async () => {},
    ...parts,
  };
}
