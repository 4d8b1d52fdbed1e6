/** Ctrl-C and SIGTERM as an abort signal, for as long as it is open. */
export type StopSignals = Disposable & { readonly signal: AbortSignal };

const EXIT_AT_ONCE = 130;

/**
 * The first signal asks the campaign to stop after the event it is writing; the second ends the process at once. The
 * kernel then takes the sandbox's processes along, and the next start sweeps what is left.
 */
export function openStopSignals(onFirst: () => void): StopSignals {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_AT_ONCE);
    onFirst();
    controller.abort(new Error("asked to stop"));
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    },
  };
}
