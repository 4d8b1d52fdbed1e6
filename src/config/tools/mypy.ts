import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = [
  "--config-file",
  "-p",
  "--package",
  "-m",
  "--module",
  "--exclude",
  "--python-version",
  "--cache-dir",
];
const DROPPED = [
  "--pretty",
  "--no-error-summary",
  "--color-output",
  "-O",
  "--output",
  "--install-types",
  "--non-interactive",
  "--junit-xml",
  "--show-error-context",
  "--show-error-end",
  "--hide-error-codes",
];

/** mypy (https://mypy.readthedocs.io) with one line for each error and its closing line. */
export const mypy: Tool = {
  kind: "typecheck",
  format: "mypy",
  isStartedBy: ({ name }) => name === "mypy",
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args, VALUED);
    const kept = keepOptions(options, DROPPED);
    const report = ["--no-pretty", "--no-color-output", "--show-column-numbers", "--show-error-codes"];
    return buildCommand([...program, ...kept, ...report, ...positionals], assignments);
  },
};
