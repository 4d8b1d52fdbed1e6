import type { Clock } from "../../src/ports.ts";

/** Time that moves only when it is told to, or when somebody sleeps. */
export type HeldTime = {
  readonly clock: Pick<Clock, "elapsedMs">;
  /** How long each sleep was, in order. */
  readonly slept: readonly number[];
  sleep(ms: number): Promise<void>;
  pass(ms: number): void;
};

/** Starts at an arbitrary moment. */
export function createHeldTime(): HeldTime {
  let nowMs = 12_345;
  const slept: number[] = [];
  return {
    clock: { elapsedMs: () => nowMs },
    slept,
    sleep: async (ms) => {
      slept.push(ms);
      nowMs += ms;
    },
    pass: (ms) => {
      nowMs += ms;
    },
  };
}
