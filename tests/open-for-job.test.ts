import { expect, it } from "vitest";
import { createRunner } from "../src/adapters/actions/create-runner.ts";
import type { ActionsContext } from "../src/adapters/actions/read-actions-context.ts";
import { openForJob } from "../src/open-for-job.ts";
import type { CampaignJobInput } from "../src/run-campaign-job.ts";
import { openGitRepository } from "./helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "./helpers/limit-project.ts";

async function open(
  input: Partial<CampaignJobInput>,
  {
    config = "",
    context = {},
  }: { readonly config?: string; readonly context?: Partial<ActionsContext> } = {},
) {
  using repository = openGitRepository();
  writeLimitBug(repository);
  writeConfig(repository, config);
  const sha = repository.commit();
  const lines: string[] = [];
  const opened = await openForJob(
    {
      ...{
        flags: { isolation: "none" },
        repo: repository.dir,
        dryRun: false,
        apiKey: "",
        timeoutMinutes: 360,
        bundle: "b",
      },
      ...input,
    },
    {
      runner: createRunner({ environment: {}, write: (text) => lines.push(text) }),
      context: {
        ...{
          repository: "octo/project",
          sha,
          refName: "trunk",
          eventName: "schedule",
          defaultBranch: "trunk",
        },
        ...{ labelled: null, runUrl: "", runId: 7, apiUrl: "", workspace: repository.dir, temporary: "" },
        ...context,
      },
      environment: { PATH: process.env.PATH },
    },
  );
  return { ...opened, log: lines.join("") };
}

it("starts from the default branch, within the job's time, with the mode of isolation that was asked for", async () => {
  const { repository, deadlineMs } = await open(
    { timeoutMinutes: 75 },
    { config: "stop: { maxHours: 5 }\n" },
  );
  expect(repository.loaded.config).toMatchObject({
    branches: { sacred: "trunk" },
    sandbox: { isolation: "none" },
    stop: { maxHours: 1 },
  });
  expect(deadlineMs).toBe(3_600_000);
});

it("leaves the campaign its own limit where the job has more time", async () => {
  const { repository, deadlineMs } = await open(
    {},
    { config: "stop: { maxHours: 2 }\nbranches: { sacred: dev }\n" },
  );
  expect(repository.loaded.config).toMatchObject({ branches: { sacred: "dev" }, stop: { maxHours: 2 } });
  expect(deadlineMs).toBe(Number.POSITIVE_INFINITY);
});

it.each([
  ["openai", "OPENAI_API_KEY"],
  ["anthropic", "ANTHROPIC_API_KEY"],
] as const)("hands the key to the variable that %s reads, and to no other", async (provider, variable) => {
  const flags = { isolation: "none", provider } as const;
  const { repository, log } = await open({ flags, apiKey: "sk-of-the-input" });
  expect(repository.environment).toEqual({ PATH: process.env.PATH, [variable]: "sk-of-the-input" });
  expect(log).not.toContain("sk-of-the-input");
});

it("names an input as the workflow has it where its value is wrong", async () => {
  await expect(open({ flags: { maxHours: -1 } })).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    message: expect.stringContaining("the input max-hours"),
  });
});

it("refuses a run on another branch", async () => {
  await expect(open({}, { context: { refName: "topic" } })).rejects.toMatchObject({
    code: "NOT_DEFAULT_BRANCH",
  });
});
