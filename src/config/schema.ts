import { z } from "zod";
import { brainKinds } from "../domain/brain-kind.ts";
import { gateKinds, reportFormats, runners } from "../domain/gate.ts";
import { methodSchema } from "./method-schema.ts";
import { modelSchema, pricesSchema } from "./model-schema.ts";

const commandSchema = z
  .union([z.string().min(1), z.array(z.string()).min(1)])
  .describe("A command: a string for `sh -c`, or a list of arguments that is run as it is.");

const glob = z.string().min(1);

function isRegularExpression(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

const minutes = z.number().positive();

const budgetSchema = z.strictObject({
  tokens: z.int().min(0).nullable().default(null).describe("In and out together; null is no limit."),
  costUsd: z.number().min(0).nullable().default(null).describe("In US dollars; null is no limit."),
  minutes: minutes.nullable().default(null).describe("Wall time; null is no limit."),
});

const goldenSchema = z
  .strictObject({
    projects: glob.describe("Glob of project folders, relative to the gate's `cwd`."),
    stdout: z.string().optional().describe("File in each project with the expected standard output."),
    expected: z.string().optional().describe("Folder in each project with the expected files."),
    actual: z.string().optional().describe("Folder in each project where the command leaves its files."),
  })
  .describe("For `golden` gates: the projects, and what the command must give for each.");

const benchmarkSchema = z
  .strictObject({
    pattern: z.string().min(1).describe("Regular expression; its first group is the measured number."),
    direction: z.enum(["lower-is-better", "higher-is-better"]).default("lower-is-better"),
    threshold: z.number().min(0).max(1).default(0.05).describe("Smallest relative change that counts."),
    repeats: z.int().min(2).max(100).default(5).describe("Interleaved runs of base and of candidate."),
  })
  .describe("For `benchmark` gates: the number to read, and when a change counts.");

/** A gate as the config file writes it; what is absent is filled in by its runner or by the defaults. */
export const gateConfigSchema = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-zA-Z0-9][a-zA-Z0-9._:@/-]*$/,
        "expected a letter or digit, then letters, digits and any of . _ : @ / -",
      )
      .describe("Unique among the gates; reports and commits call the gate so."),
    kind: z.enum(gateKinds).describe("What the gate measures, and so how its result is compared."),
    command: commandSchema,
    files: z
      .array(glob)
      .min(1)
      .optional()
      .describe("Runs the command once for each tracked file, as `{file}`."),
    only: commandSchema.optional().describe("Runs one test file, `{file}`, or one test in it, `{name}`."),
    fix: commandSchema.optional().describe("The linter's own fixer, for `{file}`."),
    runner: z.enum(runners).optional().describe("The test runner, where the command does not show it."),
    format: z.enum(reportFormats).optional().describe("How to read the report."),
    report: z.string().min(1).optional().describe("File that holds the report; standard output without it."),
    before: z
      .array(z.string().min(1))
      .default([])
      .describe("Commands that run in the sandbox ahead of this gate."),
    cwd: z.string().default(".").describe("Folder to run in, relative to the repository's root."),
    env: z.record(z.string(), z.string()).default({}).describe("Environment variables for the command."),
    network: z
      .enum(["none", "host"])
      .default("none")
      .describe("`host` lets the gate reach the network; marked in the evidence."),
    timeoutMinutes: minutes
      .default(10)
      .describe(
        "The gate is ended, and an error, after this long. One file or project that takes half of it fails.",
      ),
    required: z.boolean().default(true).describe("Whether an error or an unproven gate blocks promotions."),
    order: z
      .number()
      .optional()
      .describe("Gates run in ascending order; by default the cheapest kind first."),
    golden: goldenSchema.optional(),
    benchmark: benchmarkSchema.optional(),
  })
  .describe("One gate: a command whose result is parsed and compared.");

/** The whole config file, `.github/nightshift.yml`. Every key has a default. */
export const configSchema = z
  .strictObject({
    goal: z
      .string()
      .default("")
      .describe(
        "What this campaign is for, in a sentence. Shown to brains and in reports; with a model it is work itself, behind what gates find, once a test shows it.",
      ),
    focus: z
      .array(glob)
      .default([])
      .describe("Globs of the files that may be improved; all sources without it."),
    branches: z
      .strictObject({
        sacred: z
          .string()
          .default("")
          .describe("The branch that only people write. Empty: the repository's default branch."),
        prefix: z
          .string()
          .regex(
            /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/,
            "expected one path segment of letters, digits, dots, dashes and underscores",
          )
          .default("nightshift")
          .describe("Every ref that Nightshift writes is beneath this prefix."),
      })
      .prefault({})
      .describe("Names of the branches."),
    stop: z
      .strictObject({
        maxCycles: z.int().min(1).max(10_000).default(10).describe("Cycles in one campaign."),
        maxHours: z.number().positive().max(168).default(4).describe("Wall time of one campaign."),
        convergence: z
          .int()
          .min(1)
          .default(3)
          .describe("Stop after this many cycles in a row that taught nothing."),
        maxCostUsd: z.number().min(0).nullable().default(null).describe("In US dollars; null is no limit."),
      })
      .prefault({})
      .describe("When a campaign ends."),
    gates: z.array(gateConfigSchema).default([]).describe("The gates. Without any, they are detected."),
    sandbox: z
      .strictObject({
        setup: z
          .array(z.string().min(1))
          .default([])
          .describe("Commands that install dependencies; run once per lock file digest, with network."),
        setupEnv: z
          .array(z.string().min(1))
          .default([])
          .describe("Names of environment variables that set-up may see."),
        share: z
          .array(z.string().min(1))
          .default([])
          .describe("Ignored folders to share besides the detected ones, such as `.venv`."),
        writable: z
          .array(z.string().min(1))
          .default([])
          .describe("Folders in shared ones that a tool must write to; they get a temporary layer."),
        isolation: z
          .enum(["required", "auto", "none"])
          .default("auto")
          .describe("`auto` warns where bubblewrap is missing, `required` stops there."),
        memoryMb: z
          .int()
          .min(64)
          .default(8192)
          .describe(
            "Memory for all processes of a command and its temporary folders together, in MiB; " +
              "at most three quarters of the machine's. Each process may reserve as much.",
          ),
        processes: z.int().min(8).default(512).describe("How many processes a sandbox may have at once."),
        openFiles: z.int().min(64).default(4096).describe("How many files each process may have open."),
        diskMb: z.int().min(16).default(8192).describe("What one command may write to the disk, in MiB."),
      })
      .prefault({})
      .describe("Where candidate code is edited and run."),
    brain: z
      .strictObject({
        kind: z
          .enum(brainKinds)
          .default("auto")
          .describe(
            "`search` needs no key and no network; `llm` asks a model; `auto` is search first and, where a model is " +
              "named, the model for what is left; `none` measures and proposes nothing.",
          ),
        maxCandidates: z.int().min(1).default(4000).describe("Candidates for each work item."),
        maxPlainCandidates: z
          .int()
          .min(1)
          .default(400)
          .describe(
            "Candidates for each work item where each of them needs the gate's own processes to run.",
          ),
        maxMinutes: minutes
          .default(5)
          .describe("Time of the search for each work item; ignored under a seed."),
        seed: z.int().nullable().default(null).describe("With a seed, bounds are counts and never time."),
        llm: modelSchema.prefault({}),
      })
      .prefault({})
      .describe("What proposes candidates."),
    budget: z
      .strictObject({
        campaign: budgetSchema
          .prefault({})
          .describe(
            "Of a whole campaign, besides `stop.maxCostUsd` and `stop.maxHours`: the lower one counts.",
          ),
        cycle: budgetSchema.prefault({}).describe("Of one cycle."),
        item: budgetSchema.prefault({}).describe("Of one work item, in all cycles that work on it."),
      })
      .prefault({})
      .describe("What calls of models may use. A call whose worst case goes beyond it is not made."),
    prices: pricesSchema.default({}),
    method: methodSchema.prefault({}),
    attempts: z
      .int()
      .min(1)
      .max(20)
      .default(3)
      .describe("Candidates of one brain that may reach the full gates, for each work item."),
    snapshots: z
      .strictObject({ keep: z.int().min(1).default(10).describe("The newest that stay.") })
      .prefault({})
      .describe("Tags on master to roll back to."),
    promotion: z
      .strictObject({
        strict: z.boolean().default(false).describe("Demand that every gate is at zero failures at once."),
        minConfidence: z
          .number()
          .min(0)
          .max(1)
          .default(0.5)
          .describe(
            "How sure the brain has to be, from 0 to 1. What every gate lets through and it is less sure of is a " +
              "suggestion, which stays off master; a brain that does not say how sure it is passes.",
          ),
      })
      .prefault({})
      .describe("What a promotion has to show."),
    policy: z
      .strictObject({
        protected: z
          .array(glob)
          .default([])
          .describe("Globs that no candidate may edit, besides the built-in ones."),
        allowNewFeatures: z
          .boolean()
          .default(false)
          .describe("Whether a fix may add exported names, and files outside of tests."),
        forbidden: z
          .array(z.string().min(1).refine(isRegularExpression, "expected a regular expression"))
          .default([])
          .describe("Regular expressions that no added line may match: a cloud's SDK, say."),
        maxFiles: z.int().min(1).max(1000).default(20).describe("Files that a candidate may change."),
        maxLines: z.int().min(1).max(100_000).default(1000).describe("Lines that it may add and remove."),
        mutationCheck: z
          .boolean()
          .default(false)
          .describe("Demand that tests kill as many mutants of the changed functions as before."),
      })
      .prefault({})
      .describe("What candidates may not do."),
    memory: z
      .strictObject({
        enabled: z.boolean().default(true).describe("Whether lessons are recalled and stored."),
        keepDays: z.int().min(1).default(365).describe("Age at which lessons are dropped."),
        halfLifeDays: z
          .int()
          .min(1)
          .max(3650)
          .default(30)
          .describe("Age at which what an attempt earned counts half, see `nightshift memory policy`."),
      })
      .prefault({})
      .describe("What campaigns remember of one another."),
    pullRequests: z
      .strictObject({
        mode: z.enum(["per-promotion", "per-campaign"]).default("per-promotion"),
        maxOpen: z
          .int()
          .min(1)
          .default(10)
          .describe("Pull requests of Nightshift's that may be open at once."),
        maxPerNight: z.int().min(1).default(5).describe("Pull requests that it opens within 24 hours."),
        mergeOnApprove: z
          .boolean()
          .default(false)
          .describe(
            "Whether `/approve` merges too, as far as the branch's own rules allow it; else it marks as ready for review.",
          ),
      })
      .prefault({})
      .describe("How promotions are offered on GitHub."),
  })
  .describe("Configuration of Nightshift, `.github/nightshift.yml`.");

/** The effective configuration, every default filled in. */
export type Config = z.infer<typeof configSchema>;
/** A gate as configured. */
export type GateConfig = z.infer<typeof gateConfigSchema>;
