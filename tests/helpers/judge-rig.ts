import type { CampaignDeps } from "../../src/campaign/campaign-deps.ts";
import { chooseItem } from "../../src/campaign/choose-item.ts";
import { judgeCandidate } from "../../src/campaign/judge-candidate.ts";
import type { CandidateVerdict } from "../../src/campaign/judgement/candidate-verdict.ts";
import { measureBase } from "../../src/campaign/measure-base.ts";
import type { MeasuredPosition } from "../../src/campaign/position.ts";
import type { FileEdit } from "../../src/domain/candidate.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { type JudgementDefence, judgementDefences } from "../../src/domain/judgement-defence.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import { openRepository } from "../../src/open-repository.ts";
import { startCampaign } from "../../src/start-campaign.ts";
import { openGitRepository } from "./git-repository.ts";

/** A project whose base is measured once, for many candidates to be judged on; policy is not asked. */
export type JudgeRig = AsyncDisposable & {
  readonly item: WorkItem;
  readonly position: MeasuredPosition;
  readonly deps: CampaignDeps;
  /** Everything that was journalled up to now. */
  events(): readonly CampaignEvent[];
  /** Commands that ran in sandboxes since the last call, each as one line. */
  takeCommands(): readonly string[];
  /** Judges edits, given as path → content; null deletes. `off` switches defences off. */
  judge(
    edits: Readonly<Record<string, string | null>>,
    options?: { readonly off?: readonly JudgementDefence[]; readonly deps?: Partial<CampaignDeps> },
  ): Promise<CandidateVerdict>;
};

/** Opens a repository with these files and one configuration, and measures it. */
export async function openJudgeRig(input: {
  readonly files: Readonly<Record<string, string>>;
  readonly config: string;
}): Promise<JudgeRig> {
  await using stack = new AsyncDisposableStack();
  const repository = stack.use(openGitRepository());
  for (const [path, content] of Object.entries(input.files)) repository.write(path, content);
  repository.write(".github/nightshift.yml", input.config);
  repository.commit("base");
  const opened = await openRepository({
    repo: repository.dir,
    flags: [],
    environment: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const events: CampaignEvent[] = [];
  const { deps: started } = stack.use(
    await startCampaign(
      {
        isDryRun: false,
        isResume: false,
        signal: new AbortController().signal,
        onEvent: ({ event }) => void events.push(event),
        onProgress: () => {},
      },
      opened,
    ),
  );
  const commands: string[] = [];
  const deps: CampaignDeps = { ...started, sandboxes: recordCommands(started.sandboxes, commands) };
  const commit = repository.run("rev-parse", "HEAD");
  const start = { commit, tree: await deps.git.treeOf(commit), measurement: null };
  const sandbox = stack.use(await deps.sandboxes.open(`${deps.campaign}/1`, commit));
  const position = { ...start, measurement: await measureBase(sandbox, start, deps) };
  const choice = await chooseItem(position, deps);
  if (choice.status === "none") throw new Error(`the project has nothing to mend: ${choice.stop.detail}`);
  const { item } = choice;
  const rest = stack.move();
  return {
    ...{ item, position, deps },
    events: () => events,
    takeCommands: () => commands.splice(0),
    judge(edits, { off = [], deps: other = {} } = {}) {
      const defences = new Set(judgementDefences.filter((defence) => !off.includes(defence)));
      return judgeCandidate(
        { cycle: 1, item, position, sandbox, edits: buildEdits(edits) },
        { ...deps, defences, ...other },
      );
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

/** Edits as a brain would give them. */
function buildEdits(edits: Readonly<Record<string, string | null>>): FileEdit[] {
  return Object.entries(edits).map(([path, content]) => ({ path, mode: "100644", content }));
}

/** Sandboxes that write down what runs in them, each command as one line. */
export function recordCommands(
  sandboxes: CampaignDeps["sandboxes"],
  commands: string[],
): CampaignDeps["sandboxes"] {
  return {
    async open(name, commit) {
      const sandbox = await sandboxes.open(name, commit);
      return {
        ...sandbox,
        run(command) {
          commands.push(typeof command.command === "string" ? command.command : command.command.join(" "));
          return sandbox.run(command);
        },
      };
    },
  };
}
