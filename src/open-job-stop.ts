import { openStopSignals } from "./open-stop-signals.ts";

/** How long a stopped campaign may take to end by itself. A runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later. */
const usualLastCallMs = 4_500;

/** What ends a campaign in a job from outside. */
export type JobStop = Disposable & {
  /** Aborted by the first signal, and at the deadline. */
  readonly signal: AbortSignal;
  /** Runs once where the campaign has not ended soon after a signal, to save what there is. */
  onLastCall(save: () => Promise<void>): void;
};

/**
 * Ctrl-C, SIGTERM and the end of the job's time as one abort signal. After a signal the campaign has 4.5 seconds to end;
 * then what there is is saved beside it, since the runner's next signal ends the process.
 */
export function openJobStop(input: {
  /** From now on; `Infinity` for none. */
  readonly deadlineMs: number;
  readonly onStop: (reason: string) => void;
  readonly lastCallMs?: number;
}): JobStop {
  const { deadlineMs, onStop, lastCallMs = usualLastCallMs } = input;
  let save: () => Promise<void> = async () => {};
  let lastCall: NodeJS.Timeout | undefined;
  const signals = openStopSignals(() => {
    onStop("the run was cancelled");
    // Without effect where the process ends by itself before.
    lastCall = setTimeout(() => void save().catch(() => {}), lastCallMs).unref();
  });
  const controller = new AbortController();
  const deadline = Number.isFinite(deadlineMs)
    ? setTimeout(() => {
        onStop("the job's time is nearly over");
        controller.abort(new Error("out of time"));
      }, deadlineMs).unref()
    : undefined;
  return {
    signal: AbortSignal.any([signals.signal, controller.signal]),
    onLastCall: (wanted) => {
      save = wanted;
    },
    [Symbol.dispose]: () => {
      clearTimeout(lastCall);
      clearTimeout(deadline);
      signals[Symbol.dispose]();
    },
  };
}
