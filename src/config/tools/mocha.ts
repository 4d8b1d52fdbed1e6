import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import { boundTimeout } from "./bound-timeout.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-r",
  "--require",
  "--import",
  "--loader",
  "--config",
  "--package",
  "--file",
  "--extension",
  "--ignore",
  "--exclude",
  "--ui",
  "-u",
  "--timeout",
  "--timeouts",
  "-t",
  "-s",
  "--slow",
  "--retries",
  "-j",
  "--jobs",
  "--grep",
  "-g",
  "--fgrep",
  "-f",
  "--reporter",
  "-R",
  "--reporter-option",
  "--reporter-options",
  "-O",
  "--spec",
  "-n",
  "--node-option",
  "--global",
  "--globals",
];
/** What writes other reports, stops early or waits for changes. */
const DROPPED = ["--reporter*", "-R", "-O", "--bail", "--no-bail", "-b", "--watch*", "-w", "--growl", "-G"];

const TIMEOUT = { on: ["--timeout", "--timeouts", "-t"], off: ["--no-timeout", "--no-timeouts"] } as const;

/** Mocha 9.2 and newer (https://mochajs.org) with its JSON reporter, which writes to a file. */
export const mocha: Tool = {
  kind: "tests",
  runner: "mocha",
  format: "mocha-json",
  isStartedBy: ({ name }) => ["mocha", "_mocha", "ts-mocha"].includes(name),
  instrument: ({ program, args, assignments }) => {
    const { options: given, positionals } = splitOptions(args, VALUED);
    const options = boundTimeout(given, TIMEOUT);
    const report = ["--reporter=json", "--reporter-option=output={report}", "--no-bail"];
    const all = buildCommand(
      [...program, ...keepOptions(options, DROPPED), ...report, ...positionals],
      assignments,
    );
    const chosen = keepOptions(options, [
      ...DROPPED,
      "--grep",
      "-g",
      "--fgrep",
      "-f",
      "--invert",
      "-i",
      "--spec",
    ]);
    const only = [...program, ...chosen, ...report, "--grep={namePattern}", "{file}"];
    return { ...all, only: buildCommand(only, assignments).command, report: "{report}" };
  },
};
