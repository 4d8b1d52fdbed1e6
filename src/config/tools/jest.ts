import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import { boundTimeout } from "./bound-timeout.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "-c",
  "--config",
  "--rootDir",
  "--env",
  "--testEnvironment",
  "-w",
  "--maxWorkers",
  "--testTimeout",
  "--testMatch",
  "--testRegex",
  "--testPathPattern",
  "--testPathPatterns",
  "--testPathIgnorePatterns",
  "--modulePathIgnorePatterns",
  "--setupFiles",
  "--setupFilesAfterEnv",
  "--selectProjects",
  "--projects",
  "-t",
  "--testNamePattern",
  "--reporters",
  "--outputFile",
  "--shard",
  "--bail",
  "-b",
  "--coverageDirectory",
  "--collectCoverageFrom",
  "--coverageReporters",
  "--coverageThreshold",
  "--coverageProvider",
];
/** What writes other reports, stops early, measures coverage or waits for changes. */
const DROPPED = [
  "--json",
  "--outputFile",
  "--reporters",
  "--bail",
  "-b",
  "--ci",
  "--watch*",
  "--coverage*",
  "--collectCoverage*",
  "-o",
  "--onlyChanged",
  "--changedSince",
  "--lastCommit",
  "-u",
  "--updateSnapshot",
  "--notify",
];

/** Jest (https://jestjs.io/docs/cli) with its JSON report; `--ci` keeps it from writing snapshots. */
export const jest: Tool = {
  kind: "tests",
  runner: "jest",
  format: "jest-json",
  isStartedBy: ({ name, args }) =>
    (name === "jest" || name === "jest-cli") && !args.some(({ text }) => text === "--init"),
  instrument: ({ program, args, assignments }) => {
    const { options: given, positionals } = splitOptions(args, VALUED);
    const options = boundTimeout(given, { on: ["--testTimeout"] });
    const report = ["--json", "--outputFile={report}", "--ci", "--bail=0", "--coverage=false"];
    const all = buildCommand(
      [...program, ...keepOptions(options, DROPPED), ...report, ...positionals],
      assignments,
    );
    const chosen = keepOptions(options, [
      ...DROPPED,
      "-t",
      "--testNamePattern",
      "--shard",
      "--testPathPattern*",
    ]);
    const one = ["--testNamePattern={namePattern}", "--runTestsByPath", "{file}"];
    const only = buildCommand([...program, ...chosen, ...report, ...one], assignments).command;
    return { ...all, only, report: "{report}" };
  },
};
