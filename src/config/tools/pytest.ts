import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-k",
  "-m",
  "-c",
  "-p",
  "-o",
  "-n",
  "-W",
  "--rootdir",
  "--confcutdir",
  "--ignore",
  "--ignore-glob",
  "--deselect",
  "--import-mode",
  "--maxfail",
  "--tb",
  "--durations",
  "--cov",
  "--cov-report",
  "--cov-config",
  "--cov-fail-under",
  "--junitxml",
  "--junit-xml",
  "--basetemp",
  "--dist",
  "--timeout",
];
/** What writes other reports, stops early, measures coverage or picks tests by the last run. */
const DROPPED = [
  "--junit*",
  "-x",
  "--exitfirst",
  "--maxfail",
  "--cov*",
  "--lf",
  "--last-failed",
  "--ff",
  "--failed-first",
  "--sw",
  "--stepwise*",
  "--pdb",
  "-f",
  "--looponfail",
  "--continue-on-collection-errors",
];

/**
 * pytest (https://docs.pytest.org) with JUnit XML of the family that holds file and line of each test. The report's
 * files count from pytest's rootdir, so that it is the gate's folder; and a file that cannot be collected does not keep
 * the others from being run. pytest has no time-out for a test of its own: one that hangs ends with the gate.
 */
export const pytest: Tool = {
  kind: "tests",
  runner: "pytest",
  format: "pytest",
  isStartedBy: ({ name }) => name === "pytest" || name === "py.test",
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args, VALUED);
    // `-x` may stand in the project's own options; the last --maxfail wins, and 0 is without limit.
    const report = [
      "-o",
      "junit_family=xunit1",
      "--junitxml={report}",
      "-p",
      "no:cacheprovider",
      "--maxfail=0",
      "--continue-on-collection-errors",
      ...(options.some(({ name }) => name === "--rootdir") ? [] : ["--rootdir=."]),
    ];
    const all = buildCommand(
      [...program, ...keepOptions(options, DROPPED), ...report, ...positionals],
      assignments,
    );
    const chosen = keepOptions(options, [...DROPPED, "-k", "-m", "--deselect"]);
    const only = buildCommand([...program, ...chosen, ...report, "{file}"], assignments).command;
    return { ...all, only, report: "{report}" };
  },
};
