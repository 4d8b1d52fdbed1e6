import { describe, expect, it } from "vitest";
import type { BrainTask } from "../../src/brain/brain.ts";
import { createSearchBrain } from "../../src/brain/search/create-search-brain.ts";
import { configSchema } from "../../src/config/schema.ts";
import { adversarial } from "../../src/methods/adversarial.ts";
import type { MethodTask } from "../../src/methods/method.ts";
import { createScriptedBrain, openMethodProject, propose } from "../helpers/method-project.ts";
import { createScriptedAdvisor } from "../helpers/scripted-advisor.ts";
import { searchDeps } from "../helpers/search-task.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';
const broken = "export const isLast = (page, pages) => page > pages;\n";
const files = {
  "package.json": '{"type":"module"}',
  "src/a.js": broken,
  "test/a.test.js": `${head}import { isLast } from "../src/a.js";\ntest("last", () => assert.equal(isLast(3, 3), true));\ntest("first", () => assert.equal(isLast(1, 3), false));\n`,
};
const fixed = "export const isLast = (page, pages) => page >= pages;\n";
const write = (summary: string, content: string) => propose(summary, { "src/a.js": content });
const right = write("compare with >=", fixed);
const alike = write(
  "compare with <, negated",
  "export const isLast = (page, pages) => {\n  const isBefore = page < pages;\n  return !isBefore;\n};\n",
);
const special = write(
  "special-case three",
  "export const isLast = (page, pages) => page === 3 || page > pages;\n",
);
const wrong = write("always say yes", "export const isLast = () => true;\n");
const ugly = write(
  "say it at length",
  "export const isLast = (page, pages) => {\n  if (page > pages) {\n    return true;\n  } else {\n    if (page === pages) {\n      return true;\n    } else {\n      const q = false;\n      return q;\n    }\n  }\n};\n",
);

/** A model that gives one of these at each temperature. */
function createModel(proposals: Readonly<Record<number, ReturnType<typeof write>>>) {
  const give = (task: BrainTask) => proposals[task.temperature ?? -1] ?? wrong;
  return createScriptedBrain("llm", [give, give]);
}

function settings(changes: Partial<MethodTask["settings"]> = {}): MethodTask["settings"] {
  return { ...configSchema.parse({}).method, ...changes };
}

function open(task: Partial<MethodTask>, brainTask: Partial<BrainTask> = {}) {
  return openMethodProject({ files, task, brainTask });
}

const attackFile = `${head}import { isLast } from "../src/a.js";\ntest("before three", () => assert.equal(isLast(3, 5), false));\ntest("nonsense", () => assert.equal(isLast(2, 2), "maybe"));\n`;

describe("adversarial", () => {
  it("mixes brains and temperatures, attacks, compares behaviour, scores, and has the best judged", async () => {
    const search = createScriptedBrain("search", [special, wrong, alike]);
    const model = createModel({ 0.1: right, 0.4: ugly, 0.7: right });
    const advisor = createScriptedAdvisor({ attack: [{ value: { tests: attackFile } }] });
    await using rig = await open({ brains: [search, model], advisor });
    expect(await adversarial(rig.task)).toEqual({ status: "promote", attempts: 1 });
    expect(rig.judged).toEqual(["1: compare with >=: promote"]);
    expect(model.tasks.map(({ temperature }) => temperature)).toEqual([0.1, 0.4, 0.7]);
    expect(rig.opened).toEqual(["lane-2"]);
    const figures = (step: string) => rig.steps.find((one) => one.step === step)?.figures;
    expect(figures("gather")).toEqual({ proposed: 5, distinct: 4, avoided: 0 });
    expect(figures("try")).toEqual({ candidates: 4, green: 3 });
    // Each of the three is attacked, with the same tests: they are run once.
    expect(figures("attack")).toEqual({ files: 1, written: 2, counted: 1, failed: 1 });
    expect(figures("behaviour")).toMatchObject({ groups: 2, largest: 2, known: 2 });
    const scores = rig.steps.filter(({ step }) => step === "score");
    expect(scores.map(({ status, candidate }) => [status, candidate?.summary])).toEqual([
      ["won", undefined],
      ["outscored", "say it at length"],
      ["outscored", "special-case three"],
      ["failed", "always say yes"],
    ]);
    expect(scores[0]?.figures).toMatchObject({
      correctness: 0.9,
      diffSize: 1,
      readability: 1,
      attacksFailed: 0,
    });
    expect(scores[2]?.figures).toMatchObject({
      correctness: 0.4,
      attacks: 1,
      attacksFailed: 1,
      behaviourShare: 0.333,
    });
    expect(scores[3]?.figures).toMatchObject({ correctness: 0, total: 0 });
  });

  it("asks the attackers with the item and one diff, quoted, and not whose it is", async () => {
    const model = createModel({ 0.1: right, 0.4: special });
    const advisor = createScriptedAdvisor({ attack: [{ value: { tests: attackFile } }] });
    await using rig = await open({ brains: [model], advisor, settings: settings({ candidates: 2 }) });
    await adversarial(rig.task);
    expect(advisor.asked).toHaveLength(2);
    for (const { prompt } of advisor.asked) {
      expect(prompt.match(/^\+export/gm)).toHaveLength(1);
      expect(prompt).toMatch(/The new file will be test\/nightshift-attack-[12]\.test\.js\.$/);
      expect(prompt).not.toMatch(/scripted|compare with|special-case/);
    }
  });

  it("never has a candidate judged that fails a test, whatever the weights", async () => {
    const none = { performance: 1, readability: 0, maintainability: 0, diffSize: 0 };
    const search = createScriptedBrain("search", [wrong, write("do nothing", `${broken}// nothing\n`)]);
    await using rig = await open({ brains: [search], settings: settings({ weights: none }) });
    const end = await adversarial(rig.task);
    expect(end).toMatchObject({ status: "no-candidate", attempts: 0 });
    expect(rig.judged).toEqual([]);
    const scores = rig.steps.filter(({ step }) => step === "score");
    expect(scores.map(({ status, figures }) => [status, figures?.total])).toEqual([
      ["failed", 0],
      ["failed", 0],
    ]);
    // Every candidate that search knows was tried and failed.
    expect(end).toMatchObject({
      brainEnds: [{ status: "exhausted", exhausted: { suspects: ["src/a.js"] } }],
    });
  });

  it("has the next best judged when the best is rejected, and no more than there are attempts", async () => {
    const asked: string[] = [];
    const search = createScriptedBrain("search", [ugly, right, alike]);
    await using rig = await open({
      brains: [search],
      attempts: 2,
      judgeProposal: async ({ summary }) => {
        asked.push(summary);
        return { status: "reject", reason: "coverage fell", gates: [] };
      },
    });
    const end = await adversarial(rig.task);
    expect(asked).toEqual(["compare with >=", "compare with <, negated"]);
    expect(end).toMatchObject({ status: "rejected", attempts: 2, reason: "coverage fell" });
    // The third one was not judged, so search is not done with.
    expect(end).toMatchObject({ brainEnds: [{ exhausted: null }] });
    expect(rig.steps.flatMap(({ step, status }) => (step === "score" ? [status] : []))).toEqual([
      "rejected",
      "rejected",
      "not-judged",
    ]);
  });

  it("does not count what policy refuses as an attempt", async () => {
    const search = createScriptedBrain("search", [ugly, right]);
    await using rig = await open({ brains: [search], attempts: 1 });
    const { judgeProposal } = rig.task;
    const end = await adversarial({
      ...rig.task,
      judgeProposal: async (proposal, attempt) =>
        proposal === right
          ? { status: "refused", reason: "no", denials: [] }
          : judgeProposal(proposal, attempt),
    });
    expect(end).toEqual({ status: "promote", attempts: 1 });
    expect(rig.judged).toEqual(["1: say it at length: promote"]);
  });

  it("leaves out what memory refuses and brains that know no more, and ends where nothing is left", async () => {
    const search = createScriptedBrain("search", [right]);
    await using rig = await open(
      { brains: [search, createModel({ 0.1: right, 0.4: right, 0.7: right, 1: right })] },
      { isAvoided: async () => true, isExhausted: ({ kind }) => kind === "search" },
    );
    expect(await adversarial(rig.task)).toMatchObject({ status: "no-candidate", attempts: 0 });
    expect(search.tasks).toHaveLength(0);
    expect(rig.steps).toMatchObject([
      { step: "gather", status: "gave-nothing", figures: { proposed: 5, distinct: 1, avoided: 1 } },
    ]);
  });

  it("works with search alone: several of its proposals are compared", async () => {
    const search = createSearchBrain(searchDeps);
    await using rig = await open(
      { brains: [search], settings: settings({ candidates: 2 }) },
      { limits: { maxCandidates: 12, maxMs: null } },
    );
    expect(await adversarial(rig.task)).toMatchObject({ status: "promote" });
    const { sandbox } = rig.task.brainTask;
    expect((await sandbox.read("src/a.js"))?.toString()).toBe(broken);
    const steps = rig.steps.map(({ step, status }) => `${step} ${status}`);
    expect(steps).toContain("gather gathered");
    expect(steps).toContain("behaviour compared");
    expect(steps).toContain("attack skipped");
  });

  it("says why behaviour cannot be compared, and counts it neither way", async () => {
    const shell = {
      ...files,
      "src/a.js": `const isLast = (page, pages) => page > pages;\nexport class Pager { isLast(a, b) { return isLast(a, b); } }\n`,
      "test/a.test.js": `${head}import { Pager } from "../src/a.js";\ntest("last", () => assert.equal(new Pager().isLast(3, 3), true));\n`,
    };
    const change = (summary: string, to: string) =>
      propose(summary, { "src/a.js": shell["src/a.js"].replace("page > pages", to) });
    const search = createScriptedBrain("search", [
      change("one", "page >= pages"),
      change("two", "!(page < pages)"),
    ]);
    await using rig = await openMethodProject({ files: shell, task: { brains: [search] } });
    expect(await adversarial(rig.task)).toMatchObject({ status: "promote" });
    expect(rig.steps.find(({ step }) => step === "behaviour")).toMatchObject({
      status: "not-compared",
      detail: expect.stringContaining("no exported function"),
    });
    const scores = rig.steps.filter(({ step }) => step === "score");
    expect(scores.map(({ figures }) => figures?.correctness)).toEqual([1, 1]);
  });

  it("compares findings of a linter with the base's", async () => {
    const lint =
      "for file in src/*.js; do grep -Hn 'var ' $file | sed 's/:\\([0-9]*\\):.*/:\\1:1: no var/'; done; ! grep -q 'var ' src/*.js";
    const linted = { "src/a.js": "var a = 1;\nvar b = 2;\nexport const c = () => a + b;\n" };
    const half = linted["src/a.js"].replace("var a", "const a");
    const whole = half.replace("var b", "const b");
    const search = createScriptedBrain("search", [
      propose("a new one beside it", { "src/a.js": whole, "src/b.js": "var d = 3;\n" }),
      propose("half of it", { "src/a.js": half }),
      propose("all of it", { "src/a.js": whole }),
    ]);
    const gate = { kind: "lint", format: "line-column", command: lint } as const;
    await using rig = await openMethodProject({
      files: linted,
      gate,
      // One lane for all: what one leaves must not meet the next.
      task: { brains: [search], width: 1, judgeProposal: async () => ({ status: "promote" }) },
    });
    expect(await adversarial(rig.task)).toMatchObject({ status: "promote" });
    const scores = rig.steps.filter(({ step }) => step === "score");
    expect(
      scores.map(({ status, detail, figures }) => [status, detail.split('"')[1], figures?.correctness]),
    ).toEqual([
      ["won", "all of it", 1],
      ["outscored", "half of it", 0.5],
      ["failed", "a new one beside it", 0],
    ]);
  });
});
