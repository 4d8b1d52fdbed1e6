/**
 * `NIGHTSHIFT_` variables that are no settings: they are left to those who read them, and never reported as
 * misspelt. A name that ends in `_` reserves everything that begins with it.
 */
export const reservedVariables = [
  /** Read by the command line: what it prints and where things lie, not what a campaign does. */
  "NIGHTSHIFT_LOG_FORMAT",
  "NIGHTSHIFT_ROOT",
  "NIGHTSHIFT_CONFIG",
  /** Handed to run-time files in a sandbox (reporters, tracers). */
  "NIGHTSHIFT_SUPPORT_",
  "NIGHTSHIFT_TRACE_",
  /** Switches of this project's own tests and benchmarks. */
  "NIGHTSHIFT_TEST_",
  "NIGHTSHIFT_BENCH_",
] as const;
