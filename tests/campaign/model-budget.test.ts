import { afterEach, describe, expect, it } from "vitest";
import { renderReport } from "../../src/report/render-report.ts";
import { answerChat, mendWord, readItem } from "../helpers/chat-answers.ts";
import type { GitRepository } from "../helpers/git-repository.ts";
import { openLoopbackModel } from "../helpers/loopback-model.ts";
import { runModelCampaign } from "../helpers/model-campaign.ts";
import { configureModel, openModelProject } from "../helpers/model-project.ts";

const open = new Set<GitRepository>();
afterEach(() => {
  for (const repository of open) repository[Symbol.dispose]();
  open.clear();
});

/** A campaign with two words to mend; each takes one call of 6,000 tokens in, 100 of them cached, and 400 out. */
async function campaign(budget: string) {
  const usage = {
    prompt_tokens: 6000,
    prompt_tokens_details: { cached_tokens: 100 },
    completion_tokens: 400,
  };
  const answer = answerChat((request) => ({ ...mendWord(readItem(request)), usage }));
  await using model = await openLoopbackModel(answer);
  const repository = openModelProject({
    names: ["alpha", "beta"],
    config: `${configureModel(model.url)}\n${budget}`,
  });
  open.add(repository);
  const { state, of } = await runModelCampaign(repository);
  return { state, of, repository, requests: model.requests.length };
}

describe("a campaign with a budget for models", () => {
  it("ends before the call that could go beyond it, says so, and keeps what was promoted", async () => {
    // The worst case of a call is its bytes and 2,000 tokens out: between 6,000 and 12,000.
    const { state, repository, requests } = await campaign("budget: { campaign: { tokens: 12000 } }");
    expect(requests).toBe(1);
    expect(state).toMatchObject({
      stopReason: "COST_BUDGET_EXHAUSTED",
      status: "stopped",
      promoted: 1,
      modelSpend: { calls: 1, inputTokens: 6000, cachedTokens: 100, outputTokens: 400, chargedTokens: 6400 },
      budgetReached: { scope: "campaign", unit: "tokens" },
    });
    expect(state.stopDetail).toMatch(
      /^the campaign has 5600 of its 12000 tokens left, and the next call can/,
    );
    expect(state.cycles[0]?.costUsd).toBeCloseTo((5900 + 100 + 4000) / 1e6, 12);
    expect(state.costUsd).toBe(state.cycles[0]?.costUsd);
    const words = ["alpha", "beta"].map((name) => repository.run("show", `nightshift/master:src/${name}.js`));
    expect(words.filter((word) => word.includes('"right"'))).toHaveLength(1);
    const report = renderReport(state);
    expect(report).toContain("**COST_BUDGET_EXHAUSTED**");
    expect(report).toContain("| models | 1 call, 6,000 tokens in (100 cached), 400 out |");
  });

  it("goes on to the next item where one item's budget is reached", async () => {
    const { state, requests } = await campaign("budget: { item: { tokens: 1000 } }");
    expect(requests).toBe(0);
    expect(state).toMatchObject({ promoted: 0, costUsd: 0, budgetReached: null });
    expect(state.stopReason).not.toBe("COST_BUDGET_EXHAUSTED");
    expect(state.cycles).toHaveLength(2);
    for (const { reason } of state.cycles) expect(reason).toContain("1000 tokens");
  });

  it("does all of its work where the budget reaches", async () => {
    const { state, of } = await campaign("stop: { maxCostUsd: 0.5 }");
    expect(state).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 2, modelSpend: { calls: 2 } });
    expect(of("candidate-proposed").map(({ origin }) => origin)).toEqual(Array(2).fill("custom/test-model"));
  });
});
