import { describe, expect, it } from "vitest";
import { findTicked, renderBox } from "../../../app/dashboard/dashboard-box.ts";
import { type AppRig, endRun, offer, openAppRig, people } from "../../helpers/app-rig.ts";
import { closeAsPerson } from "../../helpers/memory-github/memory-world.ts";

const told = {
  promotions: [{ cycle: 1, edits: { "src/a.js": "A\n" }, facts: { subject: "fix: a @team | b" } }],
};

function dashboardOf(rig: AppRig) {
  const issue = [...rig.world.issues.values()].find(({ title }) => title === "Nightshift dashboard");
  if (issue === undefined) throw new Error("there is no dashboard");
  return issue;
}

/** A person ticks boxes in GitHub's page: the issue changes, and a delivery tells of it. */
async function tick(rig: AppRig, box: string, sender: string = people.writer) {
  const issue = dashboardOf(rig);
  const from = issue.body;
  const body = from.replace(`- [ ] <!-- nightshift-box: ${box} -->`, `- [x] <!-- nightshift-box: ${box} -->`);
  expect(body).not.toBe(from);
  issue.body = body;
  const payload = { action: "edited", issue: { number: issue.number, body }, changes: { body: { from } } };
  await rig.deliver("issues", payload, { sender });
  return payload;
}

describe("findTicked", () => {
  const [start, again] = [
    renderBox({ action: "start" }, "start"),
    renderBox({ action: "again", number: 4 }, "#4"),
  ];
  const ticked = (box: string) => box.replace("[ ]", "[x]");

  it("finds what an edit ticked, and nothing that was ticked before or was not there", () => {
    expect(findTicked(`${start}\n${again}`, `${start}\r\n${ticked(again)}`)).toEqual([
      { action: "again", number: 4 },
    ]);
    expect(findTicked(`${ticked(start)}\n${again}`, `${ticked(start)}\n${again}`)).toEqual([]);
    expect(findTicked(again, `${again}\n${ticked(start)}`)).toEqual([]);
    expect(findTicked(`> ${start}`, `> ${ticked(start)}`)).toEqual([]);
    expect(findTicked(start, `${ticked(start)}\n${ticked(start)}`)).toEqual([{ action: "start" }]);
  });
});

describe("the dashboard", () => {
  it("is one issue, drawn from the repository alone, and left alone when nothing has changed", async () => {
    const rig = openAppRig();
    await offer(rig, told);
    const { body } = dashboardOf(rig);
    expect(body).toContain("### Open promotions");
    expect(body).not.toContain("@team");
    expect(body).toMatch(/_The task that last changed this made \d+ calls of GitHub's API; 0 % of its reads/);
    const writes = rig.writes().length;
    await rig.reconcile();
    expect(rig.writes()).toHaveLength(writes);
    rig.restart();
    await rig.reconcile();
    expect(rig.writes()).toHaveLength(writes);
    expect(
      [...rig.world.issues.values()].filter(({ title }) => title === "Nightshift dashboard"),
    ).toHaveLength(1);
  });

  it("lists what is suggested as neither verified nor offered, with the run that has its patch", async () => {
    const rig = openAppRig();
    const suggestion = {
      ...{ cycle: 2, title: "adds", subject: "fix: @team", origin: "comparison", files: ["src/b.js"] },
      ...{ confidence: { value: 0.319, reason: "4 groups" }, patch: "diff --git a/src/b.js b/src/b.js\n" },
    };
    await offer(rig, { ...told, content: { suggestions: [suggestion] } });
    const { body } = dashboardOf(rig);
    expect(body).toMatch(/### Suggestions\n\n.*nothing is verified, and nothing is offered/);
    expect(body).toMatch(/31 % sure: `patches\/suggestion-cycle-2\.patch` in the artifact of \[run \d+\]/);
    expect(body).not.toContain("@team");
  });

  it("starts and stops campaigns by its boxes, once for each tick", async () => {
    const rig = openAppRig();
    await rig.reconcile();
    const payload = await tick(rig, "start");
    expect(rig.world.dispatches).toEqual([{ file: "nightshift.yml", ref: "main", inputs: {} }]);
    expect(dashboardOf(rig).body).not.toContain("[x]");
    await rig.deliver("issues", payload);
    expect(rig.world.dispatches).toHaveLength(1);
    endRun(rig, "nightshift.yml", { status: "in_progress", conclusion: null });
    await rig.reconcile();
    await tick(rig, "stop");
    expect(rig.world.runs.at(-1)?.conclusion).toBe("cancelled");
  });

  it("has a declined item tried again", async () => {
    const rig = openAppRig();
    const [number = 0] = await offer(rig, told);
    closeAsPerson(rig.world, number, [], people.writer);
    await rig.deliver("pull_request", { action: "closed", pull_request: { number } });
    expect(rig.world.pullRequests.get(number)?.labels).toContain("nightshift:declined");
    await tick(rig, `again-${number}`);
    expect(rig.world.pullRequests.get(number)?.labels).not.toContain("nightshift:declined");
    expect(dashboardOf(rig).body).not.toContain(`again-${number}`);
  });

  it("obeys nobody else, and no edit of another issue", async () => {
    const rig = openAppRig();
    await rig.reconcile();
    await tick(rig, "start", people.outsider);
    expect(dashboardOf(rig).body).not.toContain("[x]");
    await tick(rig, "start", "somebot[bot]");
    await rig.reconcile();
    const { body } = dashboardOf(rig);
    const number = rig.world.nextId();
    rig.world.issues.set(number, { ...dashboardOf(rig), number, author: "mallory", title: "Fake" });
    const ticked = body.replace("- [ ] <!-- nightshift-box: start", "- [x] <!-- nightshift-box: start");
    await rig.deliver("issues", {
      action: "edited",
      issue: { number, body: ticked },
      changes: { body: { from: body } },
    });
    expect(rig.world.dispatches).toEqual([]);
  });

  it("stays closed when a person closed it", async () => {
    const rig = openAppRig();
    await rig.reconcile();
    dashboardOf(rig).state = "closed";
    const writes = rig.writes().length;
    await offer(rig, told);
    expect(
      rig
        .writes()
        .slice(writes)
        .some(({ method }) => method === "createIssue"),
    ).toBe(false);
    expect(dashboardOf(rig).state).toBe("closed");
  });
});
