import { describe, expect, it } from "vitest";
import type { Brain, BrainEnd, Proposal } from "../../src/brain/brain.ts";
import { configSchema } from "../../src/config/schema.ts";
import { createRandom } from "../../src/domain/create-random.ts";
import { createArmPolicy } from "../../src/memory/policy/arm-policy.ts";
import { actorCritic } from "../../src/methods/actor-critic.ts";
import { promptVariants } from "../../src/methods/critic/prompt-variants.ts";
import type { MethodTask } from "../../src/methods/method.ts";
import { createScriptedBrain, openMethodProject, propose } from "../helpers/method-project.ts";
import { createScriptedAdvisor } from "../helpers/scripted-advisor.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';
const broken =
  "export const isLast = (page, pages) => page > pages;\nexport const double = (n) => n + n + 1;\n";
const files = {
  "package.json": '{"type":"module"}',
  "src/a.js": broken,
  "test/a.test.js": `${head}import { double, isLast } from "../src/a.js";
test("last", () => assert.equal(isLast(3, 3), true));
test("first", () => assert.equal(isLast(1, 3), false));
test("double", () => assert.equal(double(2), 4));
`,
};
const half = broken.replace("> pages", ">= pages");
const whole = half.replace(" + 1", "");
const right = propose("mend both", { "src/a.js": whole });
const partial = propose("mend the comparison", { "src/a.js": half });
const vain = propose("rename", { "src/a.js": `${broken}export const other = 1;\n` });
const breaking = propose("always say yes", { "src/a.js": whole.replace("page >= pages", "true") });
const bloated = propose("mend both at length", {
  "src/a.js": `${whole}${Array.from({ length: 60 }, (_, at) => `export function f${at}(a, b) {\n  if (a && b) return ${at};\n  return a ? ${at} : b;\n}\n`).join("")}`,
});
const approval = { value: { approved: true, score: 10, findings: [] } };

const settings = configSchema.parse({}).method;
const names = (steps: readonly { readonly step: string; readonly status: string }[]) =>
  steps.map(({ step, status }) => `${step} ${status}`);
/** A policy that knows one brain as good and the other as useless. */
function prefer(kind: Brain["kind"]) {
  const other = kind === "llm" ? "search" : "llm";
  const earned = { itemKind: "failing-test", reward: 1 };
  let policy = createArmPolicy(new Map());
  for (let times = 0; times < 50; times += 1) {
    policy = policy.learn({ ...earned, arms: [`brain:${kind}`] });
    policy = policy.learn({ ...earned, arms: [`brain:${other}`], reward: 0 });
  }
  return policy;
}

async function* end(status: BrainEnd["status"]): AsyncGenerator<Proposal, BrainEnd> {
  yield* [];
  return { status, reason: `it ${status}`, tried: 0, exhausted: null };
}

/** For what is not about gates. */
const trusting = {
  judgeProposal: async () => ({ status: "promote" }),
} as const satisfies Partial<MethodTask>;

describe("actor-critic", () => {
  it("works with the search brain alone: what mends nothing is passed over, what mends is judged", async () => {
    const brain = createScriptedBrain("search", [vain, breaking, right]);
    await using rig = await openMethodProject({ files, task: { brains: [brain] } });
    expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(rig.judged).toEqual(["1: mend both: promote"]);
    expect(names(rig.steps)).toEqual([
      ...["act search", "critique held-back", "critique held-back", "critique passed"],
    ]);
    const [, first, second, third] = rig.steps;
    expect(first?.figures).toMatchObject({ gates: 0, score: 0 });
    expect(second?.detail).toContain("fails where it passed before");
    expect(third?.figures).toMatchObject({ gates: 1, diffSize: 0.91 });
    expect(third?.figures?.score).toBeGreaterThan(0.9);
    expect(third?.figures).not.toHaveProperty("review");
  });

  it("judges what a search brain mends in part, since telling it why gives nothing better", async () => {
    const brain = createScriptedBrain("search", [partial]);
    await using rig = await openMethodProject({ files, task: { ...trusting, brains: [brain] } });
    expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(rig.steps.at(-1)).toMatchObject({ status: "passed", figures: { gates: 0.5 } });
  });

  it("tells a model what was measured, and gives it another round", async () => {
    const brain = createScriptedBrain("llm", [vain, partial, bloated, right]);
    await using rig = await openMethodProject({
      files,
      task: { brains: [brain], settings: { ...settings, rounds: 3 } },
    });
    expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(rig.judged).toEqual(["1: mend both: promote"]);
    const reasons = brain.told.map((decision) => (decision?.status === "reject" ? decision.reason : ""));
    expect(reasons[0]).toMatch(/gives it 0 and wants 0.75. A quick run of tests mends nothing/);
    expect(reasons[1]).toContain("mends 1 of 2 failures");
    expect(reasons[2]).toMatch(/mends all .* It adds 2\d\d lines .* more branches than before/);
  });

  it("lets a model's last round through as it is, if it mends something and breaks nothing", async () => {
    const brain = createScriptedBrain("llm", [vain, partial, partial]);
    await using rig = await openMethodProject({ files, task: { ...trusting, brains: [brain] } });
    expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(names(rig.steps)).toEqual([
      ...["act llm", "critique held-back", "critique held-back", "critique passed"],
    ]);
  });

  it("never lets through what mends nothing or breaks something, whatever the reviewer says", async () => {
    const brain = createScriptedBrain("llm", [vain, breaking, vain, breaking]);
    const advisor = createScriptedAdvisor({ review: [approval] });
    await using rig = await openMethodProject({ files, task: { brains: [brain], advisor, attempts: 2 } });
    const end = await actorCritic(rig.task);
    expect(end).toMatchObject({ status: "rejected", attempts: 0 });
    expect(rig.judged).toEqual([]);
    // A reviewer is not even asked about what fails.
    expect(advisor.asked).toEqual([]);
    expect(rig.steps.filter(({ step }) => step === "act")).toHaveLength(2);
  });

  it("cannot promote what the gates refuse, whatever it scores", async () => {
    const brain = createScriptedBrain("llm", [right]);
    const advisor = createScriptedAdvisor({ review: [approval] });
    const refusal = { status: "reject", reason: "golden: differs", gates: [] } as const;
    await using rig = await openMethodProject({
      files,
      task: { brains: [brain], advisor, attempts: 2, judgeProposal: async () => refusal },
    });
    expect(await actorCritic(rig.task)).toMatchObject({ status: "rejected", attempts: 2 });
    // The model begins anew, and is told what came of its earlier try.
    expect(brain.tasks).toHaveLength(2);
    expect(brain.tasks[1]?.guidance.at(-1)).toEqual({
      title: "What came of an earlier try",
      text: "golden: differs",
    });
  });

  it("counts a model's review for a tenth at most, and one that never comes as none", async () => {
    const scores: number[] = [];
    for (const answer of [approval, { defaulted: "no budget" }]) {
      const advisor = createScriptedAdvisor({ review: [answer] });
      const brain = createScriptedBrain("llm", [right]);
      await using rig = await openMethodProject({ files, task: { ...trusting, brains: [brain], advisor } });
      expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
      scores.push(rig.steps.at(-1)?.figures?.score ?? 0);
    }
    const [approved = 0, unanswered = 0] = scores;
    expect(approved - unanswered).toBeCloseTo(0.1);
  });

  it("gives a model a way of working and a temperature, and has both rewarded with the proposal", async () => {
    const brain = createScriptedBrain("llm", [right]);
    const seen: (readonly string[])[] = [];
    await using rig = await openMethodProject({
      files,
      task: {
        brains: [brain],
        judgeProposal: async (proposal) => {
          seen.push(proposal.arms ?? []);
          return { status: "promote" };
        },
      },
    });
    await actorCritic(rig.task);
    const [prompt = "", temperature = ""] = seen[0] ?? [];
    expect(brain.tasks[0]?.temperature).toBe(Number(temperature.replace("temperature:", "")));
    expect(brain.tasks[0]?.guidance).toEqual([promptVariants[prompt.replace("prompt:", "")]]);
    expect(rig.steps[0]?.detail).toBe(`Act 1: brain:llm, ${prompt}, ${temperature}.`);
    expect(Object.keys(rig.steps[0]?.figures ?? {})).toHaveLength(8);
  });

  it("goes on with the search brain where it stopped, and leaves it tidy", async () => {
    const search = createScriptedBrain("search", [partial, right]);
    let isClosed = false;
    const brain: Brain = {
      ...search,
      async *propose(task) {
        try {
          return yield* search.propose(task);
        } finally {
          isClosed = true;
        }
      },
    };
    const decisions = [{ status: "reject", reason: "not all", gates: [] }, { status: "promote" }] as const;
    const judged: string[] = [];
    await using rig = await openMethodProject({
      files,
      task: {
        brains: [brain],
        judgeProposal: async ({ summary }, attempt) => {
          judged.push(`${attempt}: ${summary}`);
          return decisions[attempt - 1] ?? { status: "promote" };
        },
      },
    });
    expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 2 });
    expect(judged).toEqual(["1: mend the comparison", "2: mend both"]);
    expect(search.tasks).toHaveLength(1);
    expect(isClosed).toBe(true);
  });

  it.each(["search", "llm"] as const)(
    "draws %s first where memory knows that it earns most",
    async (kind) => {
      const brains = [createScriptedBrain("search", [right]), createScriptedBrain("llm", [right])];
      await using rig = await openMethodProject({
        files,
        task: { ...trusting, brains, policy: prefer(kind) },
      });
      expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
      expect(rig.steps[0]?.status).toBe(kind);
    },
  );

  it("turns from whom this cycle shows to earn nothing, whatever memory held of it", async () => {
    const useless: Brain = { kind: "llm", version: null, propose: () => end("gave-up") };
    const brains = [useless, createScriptedBrain("search", [right])];
    const policy = createArmPolicy(new Map()).learn({
      ...{ itemKind: "failing-test", arms: ["brain:llm"], reward: 1 },
    });
    await using rig = await openMethodProject({
      files,
      task: { ...trusting, brains, policy, attempts: 20, random: createRandom(3) },
    });
    expect(await actorCritic(rig.task)).toEqual({ status: "promote", attempts: 1 });
    const acts = rig.steps.filter(({ step }) => step === "act").map(({ status }) => status);
    expect(acts[0]).toBe("llm");
    expect(acts.length).toBeLessThan(20);
    expect(acts.at(-1)).toBe("search");
  });

  it("is bounded: brains times attempts acts, whatever they give", async () => {
    const useless: Brain = { kind: "llm", version: null, propose: () => end("limit") };
    await using rig = await openMethodProject({ files, task: { brains: [useless], attempts: 4 } });
    expect(await actorCritic(rig.task)).toMatchObject({ status: "no-candidate", attempts: 0 });
    expect(rig.steps).toHaveLength(4);
  });

  it.each(["failed", "aborted"] as const)("ends with a brain that %s", async (status) => {
    const brain: Brain = { kind: "llm", version: null, propose: () => end(status) };
    await using rig = await openMethodProject({ files, task: { brains: [brain] } });
    expect(await actorCritic(rig.task)).toMatchObject({ status: "no-candidate", brainEnds: [{ status }] });
    expect(rig.steps).toHaveLength(1);
  });

  it("calls nothing exhausted that only the critic held back, and asks no brain that memory calls so", async () => {
    const doubted = createScriptedBrain("search", [vain]);
    await using rig = await openMethodProject({ files, task: { brains: [doubted] } });
    const { brainEnds } = (await actorCritic(rig.task)) as { brainEnds: readonly BrainEnd[] };
    expect(brainEnds).toMatchObject([{ status: "exhausted", exhausted: null }]);
    const known = createScriptedBrain("search", [right]);
    await using none = await openMethodProject({
      files,
      brainTask: { isExhausted: () => true },
      task: { brains: [known] },
    });
    expect(await actorCritic(none.task)).toMatchObject({
      status: "no-candidate",
      reason: "every brain has tried all that it knows",
    });
    expect(known.tasks).toEqual([]);
  });

  it("leaves the sandbox as it was", async () => {
    const brain = createScriptedBrain("search", [vain, right]);
    await using rig = await openMethodProject({ files, task: { ...trusting, brains: [brain] } });
    await actorCritic(rig.task);
    expect((await rig.task.brainTask.sandbox.read("src/a.js"))?.toString()).toBe(broken);
  });
});
