/** Limits of the processes in a sandbox. */
export type Limits = {
  /** Data of each process in memory, MiB. */
  readonly memoryMb: number;
  /** Processes and threads of all commands that run at once in the sandbox. */
  readonly processes: number;
};

/**
 * The options of `prlimit` that put a command under limits. Memory is RLIMIT_DATA: RLIMIT_AS would count what V8 and
 * WebAssembly only reserve, and Node would not start. See getrlimit(2).
 */
export function buildLimitArguments({ memoryMb, processes }: Limits): readonly string[] {
  return [`--data=${memoryMb * 1024 * 1024}`, `--nproc=${processes}`, "--core=0"];
}
