import { type Command, InvalidArgumentError, Option } from "commander";
import { brainKinds } from "../../src/domain/brain-kind.ts";
import { methodKinds } from "../../src/domain/method-kind.ts";
import { modelProviders } from "../../src/domain/model-provider.ts";
import type { CampaignFlags } from "../../src/flag-settings.ts";
import { keepMemoryLow } from "../keep-memory-low.ts";
import { runAction } from "../run-action.ts";

/** Options of `run` as commander gives them; absent where the person gave none. */
export type RunOptions = CampaignFlags & {
  /** A file. */
  readonly issue?: string;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  /** False with `--no-safety`. */
  readonly safety?: boolean;
};

/** Adds `nightshift run` to the program. */
export function defineRun(program: Command): void {
  program
    .command("run")
    .description("run a campaign: find what fails, fix it in sandboxes, keep what every gate proves")
    .option("--goal <text>", "what this campaign is for, in a sentence")
    .option("--issue <file>", "work first on what this file asks for; needs a model")
    .addOption(new Option("--brain <kind>", "who proposes candidates").choices(brainKinds))
    .addOption(new Option("--provider <name>", "whose model the llm brain asks").choices(modelProviders))
    .option("--model <name>", "the model that the llm brain asks")
    .option("--base-url <url>", "where the model is asked, if not at its provider")
    .option("--temperature <n>", "of the model, from 0 to 2", parseNumber)
    .addOption(
      new Option("--method <method>", "how the brain is put to work").choices(["auto", ...methodKinds]),
    )
    .option("--max-cycles <n>", "stop after so many cycles", parseCount)
    .option("--max-hours <n>", "stop after so many hours", parseNumber)
    .option("--max-attempts <n>", "candidates of a brain that may reach the gates", parseCount)
    .option("--max-cost <usd>", "stop before more than so many US dollars are spent", parseNumber)
    .option("--convergence <n>", "stop after so many cycles in a row that taught nothing", parseCount)
    .option("--focus <glob...>", "only files that match may be improved")
    .option("--seed <n>", "the same patches in the same order: bounds are counts, never time", parseInteger)
    .option("--strict", "demand that every gate is at zero failures at once")
    .option("--dry-run", "do everything but write refs")
    .option("--resume", "go on with the newest campaign that was killed or stopped")
    .option(
      "--no-safety",
      "experiments on one machine only: policy refuses nothing, promotions are marked unsafe",
    )
    .addOption(
      new Option("--isolation <mode>", "how candidate code is kept in").choices(["required", "auto", "none"]),
    )
    .action((_options: unknown, command: Command) =>
      runAction<RunOptions>(command, async (input) => {
        keepMemoryLow();
        return (await import("../actions/run.ts")).runCampaignAction(input);
      }),
    );
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("It must be a number.");
  return value;
}

function parseInteger(text: string): number {
  const value = parseNumber(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError("It must be a whole number.");
  return value;
}

function parseCount(text: string): number {
  const value = parseInteger(text);
  if (value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}
