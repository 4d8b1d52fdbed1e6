import { afterEach, describe, expect, it } from "vitest";
import type { Brain, BrainEnd, BrainTask, Proposal, Verdict } from "../../src/brain/brain.ts";
import { openMeters } from "../../src/brain/llm/budget/open-meters.ts";
import { resolveLimits } from "../../src/brain/llm/budget/resolve-limits.ts";
import { createRouter } from "../../src/brain/llm/router/create-router.ts";
import type { CampaignDeps } from "../../src/campaign/campaign-deps.ts";
import { runCampaign } from "../../src/campaign/run-campaign.ts";
import { openRepository } from "../../src/open-repository.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { startCampaign } from "../../src/start-campaign.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { createHeldTime } from "../helpers/held-time.ts";
import { plainRequest, routed } from "../helpers/router-rig.ts";
import { createScriptedLlm, replied } from "../helpers/scripted-llm.ts";

const open: Disposable[] = [];
afterEach(() => {
  for (const repository of open.splice(0)) repository[Symbol.dispose]();
});

/** Two checks that fail, about a.txt and b.txt. */
function createProject(budget: string): GitRepository {
  const repository = openGitRepository();
  open.push(repository);
  for (const name of ["a", "b"]) repository.write(`src/${name}.txt`, "wrong\n");
  repository.write("src/kept.js", "export {};\n");
  const say = `say() { if [ "$(cat src/$1)" = "$2" ]; then echo "ok - $1"; else echo "not ok - $1"; bad=1; fi; }`;
  const checks = `say a.txt right; say b.txt right; say kept.js "export {};"`;
  repository.write("check.sh", `bad=0; ${say}\n${checks}\necho 1..3; exit $bad\n`);
  repository.write(
    ".github/nightshift.yml",
    `focus: [src/**]\n${budget}\ngates:\n  - { name: checks, kind: tests, command: sh check.sh, format: tap }\n`,
  );
  repository.commit("base");
  return repository;
}

/** Asks a model once for each item, then mends the file that the item is about. */
function createAskingBrain(deps: CampaignDeps): Brain {
  const usage = { inputTokens: 1000, cachedTokens: 100, outputTokens: 400 };
  const { clock, sleep } = createHeldTime();
  const append = deps.log.append;
  const models = [routed(createScriptedLlm([replied({ usage })]))];
  const router = createRouter(models, { clock, sleep, random: () => 0, append });
  return {
    kind: "llm",
    version: "scripted",
    async *propose(task: BrainTask): AsyncGenerator<Proposal, BrainEnd, Verdict | undefined> {
      const state = deps.log.state();
      const cycle = state.openCycle?.cycle ?? 0;
      const meters = openMeters(
        { cycle, item: task.item.id, limits: resolveLimits(deps.config), state },
        clock,
      );
      const outcome = await router.call({
        ...{ cycle, purpose: "edit", itemKind: task.item.kind, meters },
        request: { ...plainRequest, messages: [{ role: "user", content: task.item.title }] },
      });
      const reason = outcome.status === "replied" ? outcome.text : outcome.reason;
      if (outcome.status !== "replied") return { status: "limit", reason, tried: 0, exhausted: null };
      const file = task.item.title.includes("b.txt") ? "src/b.txt" : "src/a.txt";
      yield {
        edits: [{ path: file, mode: "100644", content: "right\n" }],
        summary: `mend ${file}`,
        origin: "one",
      };
      return { status: "exhausted", reason: "it knows no more", tried: 1, exhausted: null };
    },
  };
}

async function campaign(repository: GitRepository) {
  const opened = await openRepository({
    repo: repository.dir,
    flags: [],
    environment: { PATH: process.env.PATH },
  });
  await using started = await startCampaign(
    {
      ...{ isDryRun: false, isResume: false, onEvent: () => {}, onProgress: () => {} },
      signal: new AbortController().signal,
    },
    opened,
  );
  return await runCampaign({ ...started.deps, brains: [createAskingBrain(started.deps)] });
}

describe("a campaign with a budget for models", () => {
  it("ends before the call that could go beyond it, says so, and keeps what was promoted", async () => {
    // One call takes 1,400, and its worst case is between 1,500 and 2,000.
    const repository = createProject("budget: { campaign: { tokens: 2000 } }");
    const state = await campaign(repository);
    expect(state).toMatchObject({
      stopReason: "COST_BUDGET_EXHAUSTED",
      status: "stopped",
      promoted: 1,
      modelSpend: { calls: 1, inputTokens: 1000, cachedTokens: 100, outputTokens: 400, chargedTokens: 1400 },
      budgetReached: { scope: "campaign", unit: "tokens" },
    });
    expect(state.stopDetail).toMatch(/^the campaign has 600 of its 2000 tokens left, and the next call can/);
    expect(state.cycles[0]?.costUsd).toBeCloseTo((900 + 10 + 4000) / 1e6, 12);
    expect(state.costUsd).toBe(state.cycles[0]?.costUsd);
    const kept = ["a", "b"].filter(
      (name) => repository.run("show", `nightshift/master:src/${name}.txt`) === "right",
    );
    expect(kept).toHaveLength(1);
    const report = renderReport(state);
    expect(report).toContain("**COST_BUDGET_EXHAUSTED**");
    expect(report).toContain("| models | 1 call, 1,000 tokens in (100 cached), 400 out |");
  });

  it("goes on to the next item where one item's budget is reached", async () => {
    const repository = createProject("budget: { item: { tokens: 1000 } }");
    const state = await campaign(repository);
    expect(state).toMatchObject({ promoted: 0, costUsd: 0, budgetReached: null });
    expect(state.stopReason).not.toBe("COST_BUDGET_EXHAUSTED");
    expect(state.cycles.length).toBeGreaterThan(1);
    expect(state.cycles[0]?.reason).toContain("1000 tokens");
  });

  it("does all of its work where the budget reaches", async () => {
    const state = await campaign(createProject("stop: { maxCostUsd: 0.5 }"));
    expect(state).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 2, modelSpend: { calls: 2 } });
  });
});
