/** Limits of one command in a sandbox. */
export type Limits = {
  /** Memory of all its processes and temporary folders together, MiB. */
  readonly memoryMb: number;
  /** Data of each process, memory that it reserves without use included, MiB. */
  readonly processMemoryMb: number;
  /** Processes and threads of all commands that run at once in the sandbox. */
  readonly processes: number;
  /** Open files of each process. */
  readonly openFiles: number;
  /** What it may write to the disk, MiB. */
  readonly diskMb: number;
};

/**
 * The options of `prlimit` that put a command under limits. Memory is RLIMIT_DATA: RLIMIT_AS would count what V8 and
 * WebAssembly only reserve, and Node would not start. Memory and disk bind one process or one file here, so that
 * neither grows far between two looks of `createUsageWatch`, which binds the sum. See getrlimit(2).
 */
export function buildLimitArguments({
  processMemoryMb,
  processes,
  openFiles,
  diskMb,
}: Limits): readonly string[] {
  return [
    `--data=${processMemoryMb * 1024 * 1024}`,
    `--fsize=${diskMb * 1024 * 1024}`,
    `--nofile=${openFiles}`,
    `--nproc=${processes}`,
    "--core=0",
  ];
}
