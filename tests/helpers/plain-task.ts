import type { BrainTask } from "../../src/brain/brain.ts";

/** What a task has besides its item, gate, sandbox and files, where memory and method have nothing to say. */
export const plainTask = {
  cycle: 1,
  goal: "",
  lessons: [],
  guidance: [],
  temperature: null,
  limits: { maxCandidates: 400, maxMs: null },
  seed: 1,
  isAvoided: async () => false,
  isExhausted: () => false,
  protectionOf: () => null,
  weigh: () => 1,
  onBatch: async () => {},
} as const satisfies Partial<BrainTask>;
