import { describe, expect, it } from "vitest";
import { parseWish } from "../../../app/requests/parse-wish.ts";
import { type AppRig, comment, endRun, openAppRig, people, runPayload } from "../../helpers/app-rig.ts";

const form =
  "### Goal\n\nFaster sums, @everyone\n\n### Focus\n\nsrc/** ../x `lib/a.ts`\n\n### Max cycles\n\n500\n\n### Max hours\n\n_No response_\n";

function openIssue(rig: AppRig, changes: { readonly body?: string; readonly author?: string } = {}) {
  const number = rig.world.nextId();
  const { body = form, author = people.writer } = changes;
  rig.world.issues.set(number, {
    ...{
      number,
      title: "Faster",
      body,
      state: "open",
      labels: ["nightshift"],
      author,
      isPullRequest: false,
      url: "",
    },
  });
  const payload = (updatedAt = "2026-11-21T10:00:00Z", text = body) => ({
    action: "labeled",
    label: { name: "nightshift" },
    issue: { number, title: "Faster", body: text, updated_at: updatedAt },
  });
  const texts = () =>
    [...rig.world.comments.values()].filter(({ issue }) => issue === number).map((each) => each.body);
  return { number, payload, texts };
}

describe("parseWish", () => {
  it("reads an issue form, and takes only what can be a glob or a number", () => {
    expect(parseWish({ title: "Faster", body: form })).toEqual({
      goal: "Faster sums, @everyone",
      focus: ["src/**", "lib/a.ts"],
      maxCycles: 500,
      maxHours: null,
      maxCostUsd: null,
    });
  });

  it("reads plain words, and lines of settings", () => {
    const body = "focus: src/a.js\nmax hours: 1.5\nbudget: $3\n\nMake it quick.\n\nThanks";
    expect(parseWish({ title: "Faster", body })).toMatchObject({
      goal: "Faster: Make it quick.",
      focus: ["src/a.js"],
      maxHours: 1.5,
      maxCostUsd: 3,
    });
  });

  it.each([
    "",
    "### Max cycles\n\n-4",
    "### Max cycles\n\n1e9",
    "### Max cycles\n\n2.5",
    "### Max cycles\n\n9999999999",
  ])("takes no number from %j", (body) => {
    expect(parseWish({ title: "t", body }).maxCycles).toBeNull();
  });

  it("bounds what it takes, and shows no control characters", () => {
    const wish = parseWish({
      title: "t",
      body: `### Goal\n\n${"a\u202e\u0000".repeat(10_000)}\n\n### Focus\n\n${"src/x ".repeat(100)}`,
    });
    expect(wish.goal.length).toBeLessThanOrEqual(2_000);
    for (const sign of ["\u0000", "\u202e"]) expect(wish.goal).not.toContain(sign);
    expect(wish.focus).toHaveLength(20);
  });
});

describe("an issue with the label", () => {
  it("starts one campaign within the configuration's bounds, and keeps one comment current", async () => {
    const rig = openAppRig();
    const { payload, texts } = openIssue(rig);
    for (let time = 0; time < 3; time += 1) await rig.deliver("issues", payload());
    expect(rig.world.dispatches).toEqual([
      {
        file: "nightshift.yml",
        ref: "main",
        inputs: { goal: "Faster sums, @everyone", focus: "src/**,lib/a.ts", "max-cycles": "10" },
      },
    ]);
    const run = endRun(rig, "nightshift.yml", { status: "in_progress", conclusion: null });
    await rig.reconcile();
    expect(texts()).toEqual([expect.stringContaining(`runs/${run})`)]);
    Object.assign(rig.world.runs.at(-1) ?? {}, { status: "completed", conclusion: "failure" });
    await rig.deliver("workflow_run", runPayload(rig, run));
    expect(texts()).toEqual([expect.stringContaining("ended as `failure`")]);
    rig.restart();
    await rig.deliver("issues", payload());
    expect(rig.world.dispatches).toHaveLength(1);
    await rig.deliver("issues", payload("2026-11-21T12:00:00Z"));
    expect(rig.world.dispatches).toHaveLength(2);
    expect(texts()).toHaveLength(1);
  });

  it("starts nothing for an outsider, and says so once", async () => {
    const rig = openAppRig();
    const { payload, texts } = openIssue(rig, { author: people.outsider });
    for (let time = 0; time < 4; time += 1)
      await rig.deliver("issues", payload(`2026-11-21T10:00:0${time}Z`), { sender: people.outsider });
    await rig.deliver("issues", payload(), { sender: "github-actions[bot]" });
    await rig.reconcile();
    expect(rig.world.dispatches).toEqual([]);
    expect(texts()).toEqual([expect.stringContaining("people with write permission")]);
  });

  it("takes the words that were there when the label was put on", async () => {
    const rig = openAppRig();
    const { number, payload } = openIssue(rig, { author: people.outsider, body: "### Goal\n\nnice" });
    Object.assign(rig.world.issues.get(number) ?? {}, { body: "### Goal\n\nevil" });
    await rig.deliver("issues", payload());
    expect(rig.world.dispatches).toMatchObject([{ inputs: { goal: "nice" } }]);
  });

  it.each([
    ["the workflow is disabled", {}, false, "is disabled"],
    ["the configuration is not valid", { config: "nonsense: 1\n" }, true, "No campaign was started"],
  ])("says where %s", async (_name, options, mayDispatch, text) => {
    const rig = openAppRig(options);
    rig.world.mayDispatch = mayDispatch;
    const { payload, texts } = openIssue(rig);
    await rig.deliver("issues", payload());
    expect(rig.world.dispatches).toEqual([]);
    expect(texts()).toEqual([expect.stringContaining(text)]);
  });

  it("passes over pull requests, other labels, closed issues and labels that are gone", async () => {
    const rig = openAppRig();
    const { number, payload } = openIssue(rig);
    const given = payload();
    await rig.deliver("issues", { ...given, issue: { ...given.issue, pull_request: {} } });
    await rig.deliver("issues", { ...given, label: { name: "bug" } });
    Object.assign(rig.world.issues.get(number) ?? {}, { state: "closed" });
    await rig.deliver("issues", given);
    Object.assign(rig.world.issues.get(number) ?? {}, { state: "open", labels: [] });
    await rig.deliver("issues", given);
    expect(rig.writes()).toEqual([]);
  });

  it("is found by the reconcile pass when its delivery was lost, where its author may write", async () => {
    const rig = openAppRig();
    openIssue(rig);
    await rig.reconcile();
    await rig.reconcile();
    expect(rig.world.dispatches).toHaveLength(1);
  });

  it("starts nothing of words that came after the label, where the asking was cut off", async () => {
    let isDead = false;
    const rig = openAppRig({
      hooks: {
        before: ({ method }) => {
          if (method !== "dispatchWorkflow" || isDead) return;
          isDead = true;
          throw new Error("killed");
        },
      },
    });
    const { number, payload, texts } = openIssue(rig, { author: people.outsider, body: "### Goal\n\nnice" });
    await rig.deliver("issues", payload());
    expect(isDead).toBe(true);
    const issue = rig.world.issues.get(number) ?? {};
    Object.assign(issue, { body: "### Goal\n\nevil" });
    await rig.reconcile();
    await rig.reconcile();
    expect(rig.world.dispatches).toEqual([]);
    expect(texts()).toEqual([expect.stringContaining("was changed before the campaign was started")]);
    await rig.deliver("issue_comment", comment(rig, number, "/retry").payload);
    expect(rig.world.dispatches).toMatchObject([{ inputs: { goal: "evil" } }]);
  });

  it("asks no second time after a kill between the asking and the comment", async () => {
    let isDead = false;
    const rig = openAppRig({
      hooks: {
        after: ({ method }) => {
          if (method === "dispatchWorkflow" && !isDead) {
            isDead = true;
            throw new Error("killed");
          }
        },
      },
    });
    const { payload, texts } = openIssue(rig);
    await rig.deliver("issues", payload());
    endRun(rig, "nightshift.yml", { status: "in_progress", conclusion: null });
    rig.restart();
    await rig.deliver("issues", payload());
    expect(rig.world.dispatches).toHaveLength(1);
    expect(texts()).toHaveLength(1);
  });

  it("is started again by /retry once its campaign has ended", async () => {
    const rig = openAppRig();
    const { number, payload } = openIssue(rig);
    await rig.deliver("issues", payload());
    const retry = comment(rig, number, "/retry");
    await rig.deliver("issue_comment", retry.payload);
    expect(rig.world.dispatches).toHaveLength(1);
    const run = endRun(rig, "nightshift.yml");
    await rig.deliver("workflow_run", runPayload(rig, run));
    await rig.deliver("issue_comment", comment(rig, number, "/retry").payload);
    expect(rig.world.dispatches).toHaveLength(2);
  });
});
