import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import { nodeValuedOptions } from "./node-options.ts";
import type { Tool } from "./tool.ts";

/** What writes other reports, ends the run by coverage thresholds, or never ends it. */
const DROPPED = [
  "--test",
  "--test-reporter*",
  "--test-coverage-*",
  "--experimental-test-coverage",
  "--watch*",
];

/**
 * Node's own runner, also when tsx starts it (https://nodejs.org/api/test.html). The report is written by
 * Nightshift's reporter, one JSON object a line, because what Node prints differs between its versions.
 */
export const nodeTest: Tool = {
  kind: "tests",
  runner: "node-test",
  format: "node-test",
  isStartedBy: ({ name, args }) =>
    ["node", "tsx"].includes(name) && args.some(({ text }) => text === "--test"),
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args, nodeValuedOptions);
    const report = [
      "--test",
      "--test-reporter={support}/node-test-reporter.mjs",
      "--test-reporter-destination={report}",
    ];
    const all = buildCommand(
      [...program, ...keepOptions(options, DROPPED), ...report, ...positionals],
      assignments,
    );
    const chosen = keepOptions(options, [
      ...DROPPED,
      "--test-name-pattern",
      "--test-skip-pattern",
      "--test-only",
    ]);
    const only = [...program, ...chosen, ...report, "--test-name-pattern={namePattern}", "{file}"];
    return { ...all, only: buildCommand(only, assignments).command, report: "{report}" };
  },
};
