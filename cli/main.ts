#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { readVersion } from "../src/read-version.ts";
import { defineClean } from "./commands/clean.ts";
import { defineConfig } from "./commands/config.ts";
import { defineDoctor } from "./commands/doctor.ts";
import { defineHistory } from "./commands/history.ts";
import { defineInit } from "./commands/init.ts";
import { defineMemory } from "./commands/memory.ts";
import { defineMutate } from "./commands/mutate.ts";
import { definePlan } from "./commands/plan.ts";
import { definePolicy } from "./commands/policy.ts";
import { defineReport } from "./commands/report.ts";
import { defineRollback } from "./commands/rollback.ts";
import { defineRun } from "./commands/run.ts";
import { defineStatus } from "./commands/status.ts";
import { defineVerify } from "./commands/verify.ts";

const EXIT_WRONG_USE = 2;

const program = new Command("nightshift")
  .description("Runs improvement campaigns on a git repository and keeps only what every gate proves.")
  .version(readVersion())
  .option("--repo <dir>", "the repository", ".")
  .option("--config <file>", "the config file (default: .github/nightshift.yml in the repository)")
  .option("--root <dir>", "the state root (default: .git/nightshift in the repository)")
  .option("--json", "the result as JSON on standard output, and nothing else there")
  .addOption(
    new Option("--log-format <format>", "how progress is written (default: text)").choices(["text", "json"]),
  )
  .option("-v, --verbose", "more detail")
  .exitOverride()
  .showHelpAfterError("(run with --help for the options)");

const definitions = [
  defineInit,
  defineRun,
  definePlan,
  defineStatus,
  defineReport,
  defineHistory,
  defineRollback,
  defineVerify,
  defineMutate,
  defineMemory,
  definePolicy,
  defineConfig,
  defineDoctor,
  defineClean,
];
for (const define of definitions) define(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_WRONG_USE;
}
