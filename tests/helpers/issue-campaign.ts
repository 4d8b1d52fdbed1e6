import type { Advisor } from "../../src/brain/advisor.ts";
import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../../src/brain/brain.ts";
import { runCampaign } from "../../src/campaign/run-campaign.ts";
import type { CampaignState } from "../../src/domain/campaign-state.ts";
import { openRepository } from "../../src/open-repository.ts";
import { type StartInput, startCampaign } from "../../src/start-campaign.ts";
import type { GitRepository } from "./git-repository.ts";
import { editsOf } from "./reproduction-rig.ts";

/** What a scripted model answers, by purpose, in order; the last one stays. A missing one is no answer. */
export type Script = Readonly<Record<string, readonly unknown[]>>;

/** A model that a test wrote, with all that it was asked. */
export type ScriptedModel = {
  readonly prompts: readonly { readonly purpose: string; readonly prompt: string }[];
  advise(): Advisor;
};

/** Makes a model that answers questions by a script, each checked by its schema as a real one's would be. */
export function scriptModel(script: Script): ScriptedModel {
  const prompts: { purpose: string; prompt: string }[] = [];
  return {
    prompts,
    advise: () => ({
      ask: async ({ purpose, prompt, schema, fallback }) => {
        const asked = prompts.filter((one) => one.purpose === purpose).length;
        prompts.push({ purpose, prompt });
        const answers = script[purpose] ?? [];
        const parsed = schema.safeParse(answers[Math.min(asked, answers.length - 1)]);
        return parsed.success
          ? { status: "answered", value: parsed.data, reason: "", model: "scripted/one" }
          : { status: "defaulted", value: fallback, reason: "the reply is no answer", model: "" };
      },
    }),
  };
}

/** A brain that proposes these edits for every item, one after the other, and keeps the tasks that it got. */
export function scriptFixes(
  ...fixes: readonly Readonly<Record<string, string | null>>[]
): Brain & { readonly tasks: readonly BrainTask[]; readonly decisions: readonly Decision[] } {
  const tasks: BrainTask[] = [];
  const decisions: Decision[] = [];
  return {
    ...{ kind: "llm", version: null, tasks, decisions },
    async *propose(task): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
      tasks.push(task);
      for (const fix of fixes) {
        const decision = yield { edits: editsOf(fix), summary: "add all numbers", origin: "scripted/one" };
        if (decision !== undefined) decisions.push(decision);
      }
      return { status: "gave-up", reason: "it has no other idea", tried: fixes.length, exhausted: null };
    },
  };
}

/** A whole campaign with a scripted model and brain; the configuration has to name a model. */
export async function runIssueCampaign(
  repository: GitRepository,
  { model, brain }: { readonly model: ScriptedModel; readonly brain: Brain },
  input: Partial<StartInput> = {},
): Promise<CampaignState> {
  const opened = await openRepository({
    ...{ repo: repository.dir, flags: [] },
    environment: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  await using started = await startCampaign(
    {
      ...{ isDryRun: false, isResume: false, signal: new AbortController().signal },
      ...{ onEvent: () => {}, onProgress: () => {} },
      ...input,
    },
    opened,
  );
  return await runCampaign({ ...started.deps, brains: [brain], advise: model.advise });
}
