import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { checkPolicy } from "../../../src/campaign/check-policy.ts";
import { chooseItem } from "../../../src/campaign/choose-item.ts";
import { judgeProposal } from "../../../src/campaign/judge-proposal.ts";
import { measureBase } from "../../../src/campaign/measure-base.ts";
import { summarizeItem } from "../../../src/campaign/summarize-item.ts";
import type { FileEdit } from "../../../src/domain/candidate.ts";
import type { Denial } from "../../../src/domain/denial.ts";
import type { JudgementDefence } from "../../../src/domain/judgement-defence.ts";
import { openRepository } from "../../../src/open-repository.ts";
import type { PolicyRule } from "../../../src/policy/policy-rule.ts";
import { startCampaign } from "../../../src/start-campaign.ts";
import { openGitRepository } from "../../helpers/git-repository.ts";
import { installRunner } from "../projects/install-runner.ts";
import type { Project } from "../projects/project.ts";

/** What became of a candidate. `rule` is the first that said no. */
export type Verdict =
  | { readonly status: "promoted" }
  | {
      readonly status: "refused";
      readonly rule: string;
      readonly reason: string;
      /** Whether policy said no, before any gate ran. */
      readonly isStatic: boolean;
      readonly denials: readonly Denial[];
    };

/** What is switched off for a judgement; by default nothing. */
export type Safety = {
  readonly rules?: readonly PolicyRule[];
  readonly defences?: ReadonlySet<JudgementDefence>;
};

/** A project whose base was measured, with its failing test as the item; candidates are judged as a campaign would. */
export type JudgementRig = AsyncDisposable & {
  readonly item: { readonly title: string; readonly files: readonly string[] };
  readonly rules: readonly PolicyRule[];
  readonly defences: ReadonlySet<JudgementDefence>;
  judge(edits: readonly FileEdit[], safety?: Safety): Promise<Verdict>;
  /** Ids of the rules that deny, in order; no gate runs. */
  findDenials(edits: readonly FileEdit[]): Promise<readonly string[]>;
};

/** What a rig starts with. */
export type RigOptions = {
  readonly project: Project;
  readonly isolation?: "required" | "none";
  /** Keys of `policy` in the config file. */
  readonly policy?: Readonly<Record<string, unknown>>;
};

const nodeFolder = realpathSync(resolve(import.meta.dirname, "../../../node_modules/node/bin"));

/** Commits a project, measures it once by its own gates, and waits for candidates. */
export async function openJudgementRig({
  project,
  isolation = "required",
  policy = {},
}: RigOptions): Promise<JudgementRig> {
  await using stack = new AsyncDisposableStack();
  const repository = stack.use(openGitRepository());
  for (const [path, content] of Object.entries(project.files)) repository.write(path, content);
  const config = {
    brain: { kind: "none" },
    sandbox: { isolation },
    policy: { forbidden: ["@nowhere/sdk"], ...policy },
  };
  repository.write(".github/nightshift.yml", JSON.stringify(config));
  const commit = repository.commit("base");
  installRunner({ kind: project.kind, into: repository.dir });
  const opened = await openRepository({
    repo: repository.dir,
    flags: [],
    environment: { PATH: `${nodeFolder}:${process.env.PATH}`, HOME: process.env.HOME },
  });
  const signal = new AbortController().signal;
  const started = stack.use(
    await startCampaign(
      { isDryRun: true, isResume: false, signal, onEvent: () => {}, onProgress: () => {} },
      opened,
    ),
  );
  // What the host could tell of a base that fails only inside is not asked here.
  const deps = { ...started.deps, mayProbeOutside: false };
  const cycle = 1;
  const sandbox = stack.use(await deps.sandboxes.open(`${deps.campaign}/${cycle}`, commit));
  const start = { commit, tree: repository.run("rev-parse", `${commit}^{tree}`), measurement: null };
  const position = { ...start, measurement: await measureBase(sandbox, start, deps) };
  const choice = await chooseItem(position, deps);
  if (choice.status === "none") {
    const results = [...position.measurement.results.values()];
    throw new Error(
      `${choice.stop.detail}; ${results.map(({ reason, outputTail }) => `${reason}\n${outputTail.slice(-500)}`)}`,
    );
  }
  const { item } = choice;
  await deps.log.append({
    type: "cycle-started",
    cycle,
    item: summarizeItem(item),
    tree: position.tree,
    brain: deps.config.brain.kind,
    method: deps.config.method.kind,
  });
  const files = await deps.git.listFiles(position.tree);
  let attempt = 0;
  const owned = stack.move();
  return {
    item,
    rules: deps.policyRules,
    defences: deps.defences,
    async judge(edits, { rules = deps.policyRules, defences = deps.defences } = {}) {
      attempt += 1;
      const proposal = { edits, summary: "change it", origin: "corpus" };
      const judged = await judgeProposal(
        { cycle, item, position, sandbox, proposal, attempt, files },
        { ...deps, policyRules: rules, defences },
      );
      if (judged.status === "judged" && judged.judgement.status === "promote") return { status: "promoted" };
      const last = deps.log.entries().at(-1)?.event;
      const denials =
        last?.type === "candidate-refused" || last?.type === "candidate-judged" ? last.denials : [];
      if (judged.status === "refused") {
        const rule = last?.type === "candidate-refused" ? last.rule : "";
        return { status: "refused", rule, reason: judged.reason, isStatic: true, denials };
      }
      const { judgement } = judged;
      const rule = judgement.status === "reject" ? judgement.rule : "";
      return { status: "refused", rule, reason: judgement.reason, isStatic: false, denials };
    },
    async findDenials(edits) {
      const verdict = await checkPolicy({ edits, item, tree: position.tree, files }, deps);
      return verdict.status === "denied" ? [...new Set(verdict.denials.map(({ rule }) => rule))] : [];
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
