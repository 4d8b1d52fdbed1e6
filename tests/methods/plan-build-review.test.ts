import { describe, expect, it } from "vitest";
import type { MethodTask } from "../../src/methods/method.ts";
import { planBuildReview } from "../../src/methods/plan-build-review.ts";
import { createScriptedBrain, openMethodProject, propose } from "../helpers/method-project.ts";
import { createScriptedAdvisor } from "../helpers/scripted-advisor.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';
const broken = "export const isLast = (page, pages) => page > pages;\n";
const files = {
  "package.json": '{"type":"module"}',
  "src/a.js": broken,
  "test/a.test.js": `${head}import { isLast } from "../src/a.js";\ntest("last", () => assert.equal(isLast(3, 3), true));\ntest("first", () => assert.equal(isLast(1, 3), false));\n`,
};
const right = propose("compare with >=", { "src/a.js": broken.replace("> pages", ">= pages") });
const wrong = propose("always say yes", { "src/a.js": "export const isLast = () => true;\n" });

const plan = { title: "Compare with >=", files: ["src/a.js"], risk: "low", steps: ["change the comparison"] };
const approval = { value: { approved: true, score: 9, findings: [] } };
const refusal = {
  value: { approved: false, score: 2, findings: [{ file: "src/a.js", line: 1, text: "it ignores pages" }] },
};

function run(task: Partial<MethodTask>) {
  return openMethodProject({ files, task });
}

describe("plan-build-review", () => {
  it("plans, builds with the plan as guidance, reviews, and lets the gates judge what is approved", async () => {
    const brain = createScriptedBrain("llm", [right]);
    const advisor = createScriptedAdvisor({ plan: [{ value: plan }], review: [approval] });
    await using rig = await run({ brains: [brain], advisor });
    expect(await planBuildReview(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(brain.tasks[0]?.guidance).toEqual([
      { title: "Plan", text: "Compare with >=\nFiles: src/a.js\nRisk: low\n1. change the comparison" },
    ]);
    expect(rig.steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
      "plan planned",
      "review approved",
    ]);
    expect(rig.judged).toEqual(["1: compare with >=: promote"]);
    const [planned, reviewed] = advisor.asked;
    expect(planned?.prompt).toContain("```\nlast");
    expect(reviewed?.prompt).toContain("+export const isLast = (page, pages) => page >= pages;");
    expect(reviewed?.prompt).not.toContain("scripted");
  });

  it("cannot promote what the gates refuse, whatever the reviewer approves", async () => {
    const brain = createScriptedBrain("llm", [wrong, wrong, wrong, wrong]);
    const advisor = createScriptedAdvisor({
      plan: [{ value: plan }],
      review: [{ value: { ...approval.value, score: 10 } }],
    });
    await using rig = await run({ brains: [brain], advisor });
    expect(await planBuildReview(rig.task)).toMatchObject({ status: "rejected", attempts: 3 });
    expect(rig.judged).toHaveLength(3);
  });

  it("tells the brain the findings and gives it another round, which costs no attempt", async () => {
    const brain = createScriptedBrain("llm", [wrong, right]);
    const advisor = createScriptedAdvisor({ plan: [{ value: plan }], review: [refusal, approval] });
    await using rig = await run({ brains: [brain], advisor, attempts: 1 });
    expect(await planBuildReview(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(brain.told[0]).toEqual({
      status: "reject",
      reason: "The reviewer does not approve it (2 of 10).\n- src/a.js:1: it ignores pages",
      gates: [],
    });
    expect(rig.judged).toEqual(["1: compare with >=: promote"]);
    expect(rig.steps[1]).toMatchObject({
      step: "review",
      status: "sent-back",
      figures: { score: 2, findings: 1 },
    });
  });

  it.each([
    ["a reviewer who never approves", refusal],
    ["a reviewer who gives no answer", { defaulted: "the budget is used up" }],
    ["a reviewer whose answer is no JSON of that shape", { value: { approved: "yes", score: 10 } }],
    ["a reviewer with a score that there is not", { value: { approved: true, score: 11, findings: [] } }],
  ])("never runs a gate for %s, and ends after rounds for each attempt", async (_title, answer) => {
    const brain = createScriptedBrain(
      "llm",
      Array.from({ length: 20 }, () => right),
    );
    const advisor = createScriptedAdvisor({ plan: [{ value: plan }], review: [answer] });
    await using rig = await run({ brains: [brain], advisor, attempts: 2 });
    expect(await planBuildReview(rig.task)).toMatchObject({ status: "rejected", attempts: 0 });
    expect(rig.judged).toEqual([]);
    expect(advisor.asked.filter(({ purpose }) => purpose === "review")).toHaveLength(2 * (2 + 1));
  });

  it("says why a reviewer who gave no answer is no approval", async () => {
    const advisor = createScriptedAdvisor({ review: [{ defaulted: "the budget is used up" }] });
    await using rig = await run({ brains: [createScriptedBrain("search", [right])], advisor });
    const end = await planBuildReview(rig.task);
    expect(rig.steps).toMatchObject([{ status: "no-answer" }]);
    expect(end).toMatchObject({
      reason: "The reviewer gave no answer, which is no approval: the budget is used up.",
    });
  });

  it("goes on without a plan where none comes, and says so", async () => {
    const brain = createScriptedBrain("llm", [right]);
    const advisor = createScriptedAdvisor({
      plan: [{ defaulted: "two replies were no JSON" }],
      review: [approval],
    });
    await using rig = await run({ brains: [brain], advisor });
    expect(await planBuildReview(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(brain.tasks[0]?.guidance).toEqual([]);
    expect(rig.steps[0]).toEqual({
      step: "plan",
      status: "no-plan",
      detail: "There is no plan: two replies were no JSON.",
    });
  });

  it("points out the files of a plan that may not be edited, and widens nothing", async () => {
    const brain = createScriptedBrain("llm", [right]);
    const wild = {
      ...plan,
      files: ["src/a.js", "src/new.js", "test/a.test.js", "../secret", "/etc/passwd", "x\\y"],
      risk: "none",
    };
    const advisor = createScriptedAdvisor({ plan: [{ value: wild }], review: [approval] });
    await using rig = await run({ brains: [brain], advisor });
    await planBuildReview(rig.task);
    expect(brain.tasks[0]?.editableFiles).toEqual(rig.task.brainTask.editableFiles);
    expect(brain.tasks[0]?.guidance[0]?.text.split("\n").slice(2)).toEqual([
      "Risk: high",
      "1. change the comparison",
      "test/a.test.js may not be edited: it is protected, tests and what they compare with are the judges.",
      "../secret may not be edited: it lies outside of the repository.",
      "/etc/passwd may not be edited: it lies outside of the repository.",
      "x\\y may not be edited: it lies outside of the repository.",
    ]);
    expect(rig.steps[0]).toMatchObject({ figures: { files: 6, uneditable: 4 } });
  });

  it("bounds and cleans a plan of any size", async () => {
    const brain = createScriptedBrain("llm", [right]);
    const huge = {
      ...plan,
      title: `a\u202e\n${"b".repeat(9_999)}`,
      steps: Array.from({ length: 999 }, () => "c".repeat(9_999)),
    };
    const advisor = createScriptedAdvisor({ plan: [{ value: huge }], review: [approval] });
    await using rig = await run({ brains: [brain], advisor });
    await planBuildReview(rig.task);
    const text = brain.tasks[0]?.guidance[0]?.text ?? "";
    expect(text.length).toBeLessThan(5_000);
    expect(text).not.toMatch(/\u202e/);
    expect(rig.steps[0]?.detail.length).toBeLessThan(1_000);
  });

  it("reviews what the search brain proposes as well, without asking for a plan", async () => {
    const advisor = createScriptedAdvisor({ review: [refusal, approval] });
    const brain = createScriptedBrain("search", [wrong, right]);
    await using rig = await run({ brains: [brain], advisor });
    expect(await planBuildReview(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(advisor.asked.map(({ purpose }) => purpose)).toEqual(["review", "review"]);
  });

  it("tells a model what the gates refused of the brain before it, beside the plan", async () => {
    const model = createScriptedBrain("llm", [right]);
    const brains = [createScriptedBrain("search", [wrong]), model];
    const advisor = createScriptedAdvisor({ plan: [{ value: plan }], review: [approval] });
    await using rig = await run({ brains, advisor });
    expect(await planBuildReview(rig.task)).toEqual({ status: "promote", attempts: 2 });
    expect(model.tasks[0]?.guidance).toMatchObject([
      { title: "Plan" },
      { text: "always say yes, by scripted: rejected, breaks-others" },
    ]);
  });

  it("calls nothing exhausted that only the reviewer sent back", async () => {
    const advisor = createScriptedAdvisor({ review: [refusal] });
    await using rig = await run({ brains: [createScriptedBrain("search", [right])], advisor });
    expect(await planBuildReview(rig.task)).toMatchObject({
      brainEnds: [{ status: "exhausted", exhausted: null }],
    });
  });

  it("leaves out a brain that knows no more, and gives up without a model", async () => {
    const brain = createScriptedBrain("search", [right]);
    await using rig = await openMethodProject({
      files,
      brainTask: { isExhausted: ({ kind }) => kind === "search" },
      task: { brains: [brain], advisor: createScriptedAdvisor({}) },
    });
    expect(await planBuildReview(rig.task)).toMatchObject({ status: "no-candidate" });
    expect(brain.tasks).toHaveLength(0);
    expect(await planBuildReview({ ...rig.task, advisor: null })).toMatchObject({
      status: "no-candidate",
      attempts: 0,
    });
    expect(rig.steps.at(-1)).toMatchObject({ step: "plan", status: "no-model" });
  });
});
