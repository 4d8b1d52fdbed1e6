import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = ["--config", "--select", "--ignore", "--extend-select", "--output-format", "--target-version"];
const DROPPED = [
  "--output-format",
  "-o",
  "--output-file",
  "--fix*",
  "--unsafe-fixes",
  "--watch",
  "-w",
  "--exit-zero",
  "--show-files",
  "--statistics",
  "-q",
  "--quiet",
  "-e",
];

/** Ruff's linter (https://docs.astral.sh/ruff/linter/) with its JSON output. */
export const ruff: Tool = {
  kind: "lint",
  format: "ruff-json",
  isStartedBy: ({ name, args }) => name === "ruff" && args[0]?.text === "check",
  instrument: ({ program, args, assignments }) => {
    const { options, positionals } = splitOptions(args.slice(1), VALUED);
    const kept = keepOptions(options, DROPPED);
    const report = ["--output-format", "json", "--no-cache"];
    const all = buildCommand([...program, "check", ...kept, ...report, ...positionals], assignments);
    const fix = buildCommand(
      [...program, "check", ...kept, "--fix", "--no-cache", "{file}"],
      assignments,
    ).command;
    return { ...all, fix };
  },
};
