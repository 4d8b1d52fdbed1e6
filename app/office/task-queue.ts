/** Work, one piece at a time for each repository. */
export type TaskQueue = {
  /** False where too much waits: then it is left to the reconcile pass. Errors go to `onError`. */
  add(key: string, task: () => Promise<void>, onError: (error: unknown) => void): boolean;
  readonly size: number;
  /** Until nothing waits or runs. */
  idle(): Promise<void>;
};

/** A queue with at most `limit` tasks in it, and at most `atOnce` repositories worked on at the same time. */
export function createTaskQueue({
  limit,
  atOnce,
}: {
  readonly limit: number;
  readonly atOnce: number;
}): TaskQueue {
  const lanes = new Map<string, (() => Promise<void>)[]>();
  const busy = new Set<string>();
  const waiting: (() => void)[] = [];
  let size = 0;

  function start(): void {
    for (const [key, lane] of lanes) {
      if (busy.size >= atOnce) return;
      if (busy.has(key)) continue;
      busy.add(key);
      void work(key, lane);
    }
  }

  async function work(key: string, lane: (() => Promise<void>)[]): Promise<void> {
    for (let task = lane.shift(); task !== undefined; task = lane.shift()) {
      await task();
      size -= 1;
    }
    lanes.delete(key);
    busy.delete(key);
    start();
    if (size === 0) for (const wake of waiting.splice(0)) wake();
  }

  return {
    add(key, task, onError) {
      if (size >= limit) return false;
      size += 1;
      const lane = lanes.get(key) ?? [];
      lanes.set(key, lane);
      lane.push(async () => {
        try {
          await task();
        } catch (error) {
          onError(error);
        }
      });
      // Not in this turn: the delivery is answered first.
      setImmediate(start);
      return true;
    },
    get size() {
      return size;
    },
    idle: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
