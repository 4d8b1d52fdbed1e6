import { afterEach, describe, expect, it } from "vitest";
import type { CampaignState } from "../../src/domain/campaign-state.ts";
import {
  answerChat,
  chatCalls,
  countReplies,
  mendWord,
  readChat,
  readItem,
} from "../helpers/chat-answers.ts";
import type { GitRepository } from "../helpers/git-repository.ts";
import { type LoopbackAnswer, type LoopbackModel, openLoopbackModel } from "../helpers/loopback-model.ts";
import { runModelCampaign } from "../helpers/model-campaign.ts";
import { configureModel, type ModelProject, openModelProject } from "../helpers/model-project.ts";

const stack = new Set<Disposable | AsyncDisposable>();
afterEach(async () => {
  for (const one of stack) {
    if (Symbol.asyncDispose in one) await one[Symbol.asyncDispose]();
    else one[Symbol.dispose]();
  }
  stack.clear();
});

async function openModel(...answers: readonly LoopbackAnswer[]): Promise<LoopbackModel> {
  const model = await openLoopbackModel(...answers);
  stack.add(model);
  return model;
}

function openProject(
  names: readonly string[],
  config: string,
  files: ModelProject["files"] = {},
): GitRepository {
  const repository = openModelProject({ names, config, files });
  stack.add(repository);
  return repository;
}

const error = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): LoopbackAnswer => ({
  status,
  headers,
  body: { error: { message, type: "error", code: null, param: null } },
});
const warningsOfModels = ({ warnings }: Pick<CampaignState, "warnings">): readonly string[] =>
  warnings.map(({ message }) => message).filter((message) => message.includes("model"));
const wordOf = (repository: GitRepository, name: string): string =>
  repository.run("show", `nightshift/master:src/${name}.js`);

describe("a model", () => {
  it("that makes what an earlier night refused is told so before any gate runs, and may do better", async () => {
    const wrong = chatCalls(
      { name: "edit_file", arguments: { path: "src/alpha.js", old: '"wrong"', new: '"other"' } },
      { name: "finish", arguments: { summary: "say another word" } },
    );
    const better = chatCalls(
      { name: "edit_file", arguments: { path: "src/alpha.js", old: '"other"', new: '"right"' } },
      { name: "finish", arguments: { summary: "say the right word" } },
    );
    const giveUp = chatCalls({ name: "give_up", arguments: { reason: "enough" } });
    let second: unknown = giveUp;
    const model = await openModel(answerChat((request) => (countReplies(request) === 0 ? wrong : second)));
    const repository = openProject(["alpha"], configureModel(model.url));
    const first = await runModelCampaign(repository);
    expect(first.cycle("alpha")).toMatchObject({ outcome: "rejected", attempts: 1 });
    expect(first.state.avoidedApproaches).toBe(1);

    second = better;
    const before = model.requests.length;
    const next = await runModelCampaign(repository);
    expect(next.of("candidate-refused")).toMatchObject([{ rule: "avoided" }]);
    expect(next.of("candidate-judged")).toMatchObject([{ status: "promote" }]);
    expect(next.cycle("alpha")).toMatchObject({ outcome: "promoted", attempts: 1 });
    const [prompt, told] = model.requests.slice(before);
    expect(told && readChat(told)).toContain("this approach failed the gates before");
    // The lesson itself was there from the beginning, as data.
    expect(prompt && readChat(prompt)).toMatch(/\\"?other/);
    expect(wordOf(repository, "alpha")).toContain('"right"');
  });

  it("that is down fails two items, and a night that has nothing else ends as FAILED and says so", async () => {
    const model = await openModel(error(500, "we are down"));
    const repository = openProject(["alpha", "beta", "gamma", "omega"], configureModel(model.url));
    const { state, slept, of } = await runModelCampaign(repository);
    expect(state).toMatchObject({ status: "failed", stopReason: "FAILED", promoted: 0 });
    expect(state.stopDetail).toMatch(/no model can be asked, and 2 work items are left: .*we are down/);
    expect(state.cycles.map(({ outcome, reason }) => [outcome, reason.includes("we are down")])).toEqual([
      ["no-candidate", true],
      ["no-candidate", true],
    ]);
    expect(warningsOfModels(state)).toEqual([expect.stringContaining("The models do not answer")]);
    // The breaker opens at the fifth failure.
    expect(of("model-called").map(({ cycle, tries }) => [cycle, tries])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
      [2, 2],
    ]);
    expect(slept).toHaveLength(3);
  });

  it.each([
    ["whose name is wrong", error(404, "there is no such model"), "", "there is no such model"],
    ["that sends pages", { body: "<html>sign in</html>" }, "stop: { maxCycles: 1 }", "page"],
    ["that is down", error(500, "we are down"), "stop: { convergence: 1 }", "we are down"],
  ])("%s never ends a night as if its last item had been tried", async (_name, answer, stop, reason) => {
    const model = await openModel(answer);
    const repository = openProject(["alpha"], `${configureModel(model.url)}\n${stop}`);
    const { state } = await runModelCampaign(repository);
    expect(state).toMatchObject({ status: "failed", stopReason: "FAILED", completed: 1 });
    expect(state.stopDetail).toMatch(/^no model answered a single call: /);
    expect(state.stopDetail).toContain(reason);
    expect(state.stopDetail).toMatch(/[^.]\. Look at the model's name, the base URL and/);
  });

  it("that goes down for the last items ends the night as FAILED, with what was promoted until then", async () => {
    const first = answerChat((request) => mendWord(readItem(request)));
    const model = await openModel(first, error(500, "we are down"));
    const repository = openProject(["alpha", "beta", "gamma"], configureModel(model.url));
    const { state } = await runModelCampaign(repository);
    expect(state).toMatchObject({ status: "failed", stopReason: "FAILED", promoted: 1, completed: 3 });
    expect(state.stopDetail).toMatch(/no model can be asked, and 2 work items are left: .*we are down/);
  });

  it("that never answered is told of where the search was all that worked, once", async () => {
    const model = await openModel(error(404, "there is no such model"));
    const repository = openProject(["alpha"], configureModel(model.url, { kind: "auto" }));
    const { state } = await runModelCampaign(repository);
    expect(state).toMatchObject({ status: "stopped", stopReason: "NO_WORK_FOUND" });
    expect(warningsOfModels(state)).toEqual([
      expect.stringMatching(/^No model answered a single call: .*there is no such model\.$/),
    ]);
  });

  it("whose candidate is denied twice for one reason is told it once", async () => {
    const ends = {
      path: "src/alpha.js",
      old: '"wrong";',
      new: '"right";\nprocess.exit(0);\nprocess.exit(0);',
    };
    const answer = chatCalls(
      { name: "edit_file", arguments: ends },
      { name: "finish", arguments: { summary: "end at once" } },
    );
    const giveUp = chatCalls({ name: "give_up", arguments: { reason: "enough" } });
    const model = await openModel(answerChat((request) => (countReplies(request) === 0 ? answer : giveUp)));
    const repository = openProject(["alpha"], configureModel(model.url));
    const { of } = await runModelCampaign(repository);
    const [refused] = of("candidate-refused");
    expect(refused?.denials.map(({ line }) => line)).toEqual([2, 3]);
    expect(refused?.reason).toBe(refused?.denials[0]?.reason);
  });

  it("that is down leaves the night to the search, which goes on with every item", async () => {
    const model = await openModel(error(503, "we are down"));
    const config = `${configureModel(model.url, { kind: "auto" })}\nstop: { convergence: 20 }`;
    const repository = openProject(["alpha", "beta", "gamma"], config);
    const { state, of } = await runModelCampaign(repository);
    expect(state.status).toBe("stopped");
    expect(state.cycles.map(({ item }) => item.title)).toEqual(["alpha", "beta", "gamma"]);
    expect(warningsOfModels(state)).toHaveLength(1);
    expect(of("model-called", 3)).toEqual([]);
    expect(state.cycles[2]?.reason).toContain("we are down");
  });

  it("whose key is refused leaves the night to the search with one warning", async () => {
    const model = await openModel(error(401, "Incorrect API key provided."));
    const repository = openProject(["alpha", "beta"], configureModel(model.url, { kind: "auto" }));
    const { state } = await runModelCampaign(repository);
    expect(state.status).toBe("stopped");
    expect(state.cycles).toHaveLength(2);
    expect(warningsOfModels(state)).toEqual([expect.stringMatching(/^The key of the model was refused/)]);
    expect(model.requests).toHaveLength(1);
  });

  it("is asked again as it wishes, then another one, and left alone while it rests", async () => {
    // A promotion takes longer than a model that gives up.
    const ok = answerChat((request) => {
      const name = readItem(request);
      return name === "alpha"
        ? mendWord(name)
        : chatCalls({ name: "give_up", arguments: { reason: "enough" } });
    });
    const one = await openModel(
      error(429, "slow down", { "retry-after": "7" }),
      (response) => void response.destroy(),
      ok,
      error(500, "we are down"),
    );
    const two = await openModel(ok);
    const more = `, models: [{ provider: lmstudio, model: other, baseUrl: "${two.url}/v1" }]`;
    const config = `${configureModel(one.url, { more })}\nstop: { maxCycles: 4, convergence: 9 }`;
    const repository = openProject(["alpha", "beta", "gamma", "omega"], config);
    const { state, slept, of } = await runModelCampaign(repository);
    expect(state).toMatchObject({ stopReason: "MAX_CYCLES_REACHED", promoted: 1 });
    expect(slept[0]).toBeGreaterThanOrEqual(7000);
    expect(of("model-called").map(({ cycle, provider, status }) => `${cycle} ${provider} ${status}`)).toEqual(
      [
        ...["1 custom failed", "1 custom failed", "1 custom replied"],
        ...["2 custom failed", "2 custom failed", "2 custom failed", "2 lmstudio replied"],
        ...["3 custom failed", "3 custom failed", "3 lmstudio replied"],
        "4 lmstudio replied",
      ],
    );
  });
});
