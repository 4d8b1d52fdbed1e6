import { buildCommand } from "../shell/build-command.ts";
import { keepOptions, splitOptions } from "../shell/split-options.ts";
import type { Tool } from "./tool.ts";

const VALUED = ["--config-path", "--only", "--skip", "--max-diagnostics", "--diagnostic-level", "--since"];
const DROPPED = [
  "--write",
  "--fix",
  "--apply*",
  "--unsafe",
  "--reporter*",
  "--max-diagnostics",
  "--error-on-warnings",
  "--colors",
  "--verbose",
  "--changed",
  "--staged",
  "--since",
  "--diagnostic-level",
];
const COMMANDS = ["lint", "check", "ci"];

/** Biome 2 (https://biomejs.dev/reference/cli/) with its JSON reporter and no diagnostic left out. */
export const biome: Tool = {
  kind: "lint",
  format: "biome-json",
  isStartedBy: ({ name, args }) => name === "biome" && COMMANDS.includes(args[0]?.text ?? ""),
  instrument: ({ program, args, assignments }) => {
    const command = args[0]?.text ?? "lint";
    const { options, positionals } = splitOptions(args.slice(1), VALUED);
    const kept = keepOptions(options, DROPPED);
    const report = ["--reporter=json", "--max-diagnostics=none"];
    const all = buildCommand([...program, command, ...kept, ...report, ...positionals], assignments);
    const fixer = command === "lint" ? "lint" : "check";
    const fix = buildCommand([...program, fixer, "--write", ...kept, "{file}"], assignments).command;
    return { ...all, fix };
  },
};
