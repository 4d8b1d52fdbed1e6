/** Work that may take a while; it has to end soon once the signal is aborted. */
type Task = (signal: AbortSignal) => Promise<void>;

/** Work, one piece at a time for each repository. */
export type TaskQueue = {
  /** False where too much waits: then it is left to the reconcile pass. Errors go to `onError`, a time that is up too. */
  add(key: string, task: Task, onError: (error: unknown) => void): boolean;
  readonly size: number;
  /** Until nothing waits or runs. */
  idle(): Promise<void>;
};

/** Bounds of a queue. */
export type TaskQueueLimits = {
  /** Tasks in it. */
  readonly limit: number;
  /** Repositories worked on at the same time. */
  readonly atOnce: number;
  /** After this long a task's signal is aborted, and it is left behind after `graceMs` more. */
  readonly maxTaskMs: number;
  readonly graceMs: number;
};

/** A queue in which no task can hold up its repository for ever. */
export function createTaskQueue({ limit, atOnce, maxTaskMs, graceMs }: TaskQueueLimits): TaskQueue {
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
          await runWithin(task, { maxTaskMs, graceMs });
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

/** Rejects where the task does, and where it has not come to its end within both times. */
async function runWithin(
  task: Task,
  { maxTaskMs, graceMs }: Pick<TaskQueueLimits, "maxTaskMs" | "graceMs">,
): Promise<void> {
  const controller = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const late = new Promise<never>((_resolve, reject) => {
    const leave = () =>
      reject(new Error(`it took longer than ${(maxTaskMs + graceMs) / 1_000} s and was left`));
    const end = () => {
      controller.abort(new Error("the time for this task is up"));
      timers.push(setTimeout(leave, graceMs));
    };
    timers.push(setTimeout(end, maxTaskMs));
  });
  try {
    await Promise.race([task(controller.signal), late]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
