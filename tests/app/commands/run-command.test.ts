import { describe, expect, it } from "vitest";
import { buildPatternLesson } from "../../../src/memory/build-lesson.ts";
import { readMemory } from "../../../src/memory/read-memory.ts";
import { openGitHubMemory } from "../../../src/open-github-memory.ts";
import type { AppRig } from "../../helpers/app-rig.ts";
import { comment, endRun, offer, openAppRig, people, runPayload } from "../../helpers/app-rig.ts";
import { pushFiles } from "../../helpers/memory-github/memory-world.ts";

const lesson = buildPatternLesson({
  ...{ campaign: "night-1", cycle: 1, at: "2026-11-21T03:05:00.000Z", commit: "c".repeat(40) },
  item: { id: "item-1", kind: "failing-test", title: "adds 1", signature: "expected N" },
  proposed: {
    ...{
      type: "candidate-proposed",
      cycle: 1,
      attempt: 1,
      tree: "t",
      summary: "say A",
      origin: "comparison",
    },
    ...{
      files: [{ path: "src/a.js", blob: "b" }],
      diff: "--- a/src/a.js\n+++ b/src/a.js\n@@ -1 +1 @@\n-a\n+A\n",
    },
  },
});
const told = { promotions: [{ cycle: 1, edits: { "src/a.js": "A\n" } }], lessons: [lesson] };

async function openOffered(config?: string) {
  const rig = openAppRig(config === undefined ? {} : { config });
  const [number = 0] = await offer(rig, told);
  return { rig, number, head: rig.world.pullRequests.get(number)?.headSha ?? "" };
}

async function say(rig: AppRig, issue: number, body: string, author: string = people.writer) {
  const { id, payload } = comment(rig, issue, body, author);
  await rig.deliver("issue_comment", payload, { sender: author });
  const replies = [...rig.world.comments.values()].filter((each) => each.issue === issue && each.isBot);
  const reactions = [...rig.world.reactions]
    .filter((each) => each.startsWith(`${id} `))
    .map((each) => each.split(" ")[1]);
  return { id, replies: replies.map(({ body: text }) => text), reactions, payload };
}

const lessonsOf = async (rig: AppRig) =>
  (await readMemory({ git: openGitHubMemory({ github: (await rig.desk()).github, prefix: "nightshift" }) }))
    .lessons;

describe("/approve", () => {
  it("verifies once more, and then marks as ready for review; nothing is merged", async () => {
    const { rig, number, head } = await openOffered();
    const { reactions, replies } = await say(rig, number, `/approve ${head}`);
    expect(reactions).toEqual(["eyes", "+1"]);
    expect(replies.at(-1)).toContain("once more");
    expect(rig.world.pullRequests.get(number)?.isDraft).toBe(true);
    const verdict =
      rig.world.artifacts.findLast(({ name }) => name === "nightshift-verdict")?.zip ?? Buffer.of();
    const run = endRun(rig, "nightshift-verify.yml");
    rig.world.artifacts.push({
      id: rig.world.nextId(),
      name: "nightshift-verdict",
      runId: run,
      zip: verdict,
      sizeBytes: 1,
      digest: "",
      isExpired: false,
    });
    await rig.deliver("workflow_run", runPayload(rig, run));
    expect(rig.world.pullRequests.get(number)).toMatchObject({
      isDraft: false,
      state: "open",
      isMerged: false,
    });
    const texts = [...rig.world.comments.values()]
      .filter(({ issue }) => issue === number)
      .map(({ body }) => body);
    expect(texts.join()).toContain("It is ready for review");
    expect(texts.filter((text) => text.includes('"kind":"approval"'))).toHaveLength(1);
  });

  it("merges only where config says so, and only as far as the branch's rules allow", async () => {
    for (const isProtected of [false, true]) {
      const { rig, number, head } = await openOffered("pullRequests:\n  mergeOnApprove: true\n");
      if (isProtected) rig.world.protectedRefs.add("refs/heads/main");
      await say(rig, number, `/approve ${head}`);
      const zip =
        rig.world.artifacts.findLast(({ name }) => name === "nightshift-verdict")?.zip ?? Buffer.of();
      const run = endRun(rig, "nightshift-verify.yml");
      rig.world.artifacts.push({
        id: rig.world.nextId(),
        name: "nightshift-verdict",
        runId: run,
        zip,
        sizeBytes: 1,
        digest: "",
        isExpired: false,
      });
      await rig.deliver("workflow_run", runPayload(rig, run));
      expect(rig.world.pullRequests.get(number)).toMatchObject({ isDraft: false, isMerged: !isProtected });
    }
  });

  it("waits on when the run of verify that fails is somebody else's, and ends with its own", async () => {
    const { rig, number, head } = await openOffered();
    rig.world.tellsRun = true;
    await say(rig, number, `/approve ${head}`);
    const own = rig.world.runs.findLast(({ workflow }) => workflow === "nightshift-verify.yml");
    const lastReply = () => [...rig.world.comments.values()].at(-1)?.body;
    const other = endRun(rig, "nightshift-verify.yml", { conclusion: "failure" });
    await rig.deliver("workflow_run", runPayload(rig, other));
    expect(lastReply()).not.toContain("gave no verdict");
    Object.assign(own ?? {}, { status: "completed", conclusion: "failure" });
    await rig.deliver("workflow_run", runPayload(rig, own?.id ?? 0));
    expect(lastReply()).toContain("gave no verdict");
  });

  it("stays a draft when verify gives no verdict, drops it, or the head moves meanwhile", async () => {
    const { rig, number, head } = await openOffered();
    await say(rig, number, `/approve ${head}`);
    await rig.deliver(
      "workflow_run",
      runPayload(rig, endRun(rig, "nightshift-verify.yml", { conclusion: "failure" })),
    );
    expect(rig.world.pullRequests.get(number)?.isDraft).toBe(true);
    expect([...rig.world.comments.values()].at(-1)?.body).toContain("gave no verdict");
    await say(rig, number, `/approve ${head}`);
    pushFiles(rig.world, { ref: "refs/heads/nightshift/fix/night-1-1", files: { "src/a.js": "evil\n" } });
    const pull = rig.world.pullRequests.get(number);
    if (pull !== undefined) pull.headSha = rig.world.refs.get("refs/heads/nightshift/fix/night-1-1") ?? "";
    const zip = rig.world.artifacts.findLast(({ name }) => name === "nightshift-verdict")?.zip ?? Buffer.of();
    const run = endRun(rig, "nightshift-verify.yml");
    rig.world.artifacts.push({
      id: rig.world.nextId(),
      name: "nightshift-verdict",
      runId: run,
      zip,
      sizeBytes: 1,
      digest: "",
      isExpired: false,
    });
    await rig.deliver("workflow_run", runPayload(rig, run));
    expect(rig.world.pullRequests.get(number)?.isDraft).toBe(true);
    const texts = [...rig.world.comments.values()].map(({ body }) => body).join();
    expect(texts).toContain("It was changed while it was verified");
  });

  it("refuses an older commit, a commit that a person added, and a base whose files moved", async () => {
    const { rig, number, head } = await openOffered();
    const dispatches = rig.world.dispatches.length;
    expect((await say(rig, number, `/approve ${"0".repeat(40)}`)).reactions).toEqual(["eyes", "confused"]);
    pushFiles(rig.world, { ref: "refs/heads/main", files: { "src/a.js": "other\n" } });
    expect((await say(rig, number, `/approve ${head}`)).replies.at(-1)).toContain("by now");
    const moved = pushFiles(rig.world, {
      ref: "refs/heads/nightshift/fix/night-1-1",
      files: { "src/b.js": "x\n" },
    });
    Object.assign(rig.world.pullRequests.get(number) ?? {}, { headSha: moved });
    expect((await say(rig, number, `/approve ${head}`)).replies.at(-1)).toContain("The newest commit is");
    expect((await say(rig, number, `/approve ${moved}`)).replies.at(-1)).toContain(
      "changed since it was verified",
    );
    expect(rig.world.dispatches).toHaveLength(dispatches);
  });
});

describe("the other commands", () => {
  it("/rollback takes a promotion off master, and its approach is avoided", async () => {
    const { rig, number } = await openOffered();
    const tree = () =>
      rig.world.objects.commits.get(rig.world.refs.get("refs/heads/nightshift/master") ?? "")?.tree;
    const sacred = rig.world.objects.commits.get(rig.world.refs.get("refs/heads/main") ?? "")?.tree;
    expect(tree()).not.toBe(sacred);
    const { replies } = await say(rig, number, "/rollback");
    expect(tree()).toBe(sacred);
    expect(replies.at(-1)).toContain("1 approach is avoided");
    expect(await lessonsOf(rig)).toContainEqual(
      expect.objectContaining({ kind: "avoided", trust: "person", rule: "rolled-back" }),
    );
    expect((await say(rig, number, "/rollback")).replies.at(-1)).toContain("Nothing to take back");
  });

  it("/retry closes an offer, takes it off master and asks for a campaign on its files", async () => {
    const { rig, number } = await openOffered();
    await say(rig, number, "/retry");
    expect(rig.world.pullRequests.get(number)).toMatchObject({
      state: "closed",
      labels: ["nightshift:promotion"],
    });
    expect(rig.world.dispatches.at(-1)).toEqual({
      file: "nightshift.yml",
      ref: "main",
      inputs: { focus: "src/a.js" },
    });
    expect(await lessonsOf(rig)).toContainEqual(
      expect.objectContaining({ kind: "avoided", rule: "declined", trust: "person" }),
    );
    await rig.deliver(
      "pull_request",
      { action: "closed", pull_request: { number } },
      { sender: rig.world.login },
    );
    await rig.reconcile();
    expect(rig.world.pullRequests.get(number)?.labels).toEqual(["nightshift:promotion"]);
  });

  it("/stop asks the runs on the default branch to end, and no others", async () => {
    const { rig, number } = await openOffered();
    const run = endRun(rig, "nightshift.yml", { status: "in_progress", conclusion: null });
    const other = endRun(rig, "nightshift.yml", {
      status: "in_progress",
      conclusion: null,
      headBranch: "mine",
    });
    await say(rig, number, "/stop");
    expect(rig.world.runs.find(({ id }) => id === run)?.conclusion).toBe("cancelled");
    expect(rig.world.runs.find(({ id }) => id === other)?.status).toBe("in_progress");
    expect((await say(rig, number, "/stop")).replies.at(-1)).toContain("No campaign is running");
  });

  it("/status, /why and /forget tell and take back what is known", async () => {
    const { rig, number } = await openOffered();
    expect((await say(rig, number, "/status")).replies.at(-1)).toContain("### Open promotions");
    const why = (await say(rig, number, "/why")).replies.at(-1) ?? "";
    expect(why).toContain(lesson.id.slice(0, 12));
    expect((await say(rig, number, `/forget ${lesson.id.slice(0, 12)}`)).reactions).toEqual(["eyes", "+1"]);
    expect((await say(rig, number, "/why")).replies.at(-1)).not.toContain(lesson.id.slice(0, 12));
    expect((await say(rig, number, `/forget ${lesson.id.slice(0, 12)}`)).reactions).toEqual([
      "eyes",
      "confused",
    ]);
  });

  it("answers each once, whoever delivers it again, and says how a wrong one is written", async () => {
    const { rig, number } = await openOffered();
    const { payload, replies } = await say(rig, number, "/status");
    rig.restart();
    for (let time = 0; time < 5; time += 1) await rig.deliver("issue_comment", payload);
    await rig.reconcile();
    const now = [...rig.world.comments.values()].filter((each) => each.issue === number && each.isBot);
    expect(now).toHaveLength(replies.length);
    expect((await say(rig, number, "/approve it")).replies.at(-1)).toContain("It has to be written as");
  });
});

describe("who may not", () => {
  const bodies = ["/approve HEAD", "/rollback", "/retry", "/stop", "/status", "/why", "/forget 0123456789ab"];

  it("executes none of 560 commands of outsiders, robots, editors and passers-by", async () => {
    const { rig, number, head } = await openOffered();
    endRun(rig, "nightshift.yml", { status: "in_progress", conclusion: null });
    const stranger = rig.world.nextId();
    rig.world.issues.set(stranger, {
      ...{ number: stranger, title: "t", body: "b", state: "open", labels: [], author: people.writer },
      ...{ isPullRequest: false, url: "" },
    });
    const state = () =>
      JSON.stringify([
        [...rig.world.refs],
        [...rig.world.pullRequests],
        rig.world.dispatches,
        rig.world.runs,
      ]);
    const before = state();
    const levels = ["none", "read"] as const;
    let tried = 0;
    for (let round = 0; round < 8; round += 1) {
      for (const body of bodies) {
        const text = body.replace("HEAD", head);
        const cases: readonly (readonly [string, number, (id: number) => void])[] = [
          ...levels.map((level) => {
            const name = `stranger-${level}-${round}`;
            rig.world.permissions.set(name, level);
            return [name, number, () => {}] as const;
          }),
          ["unknown-person", number, () => {}],
          ["dependabot[bot]", number, () => {}],
          [rig.world.login, number, () => {}],
          // Edited after it was written.
          [
            people.writer,
            number,
            (id) =>
              void Object.assign(rig.world.comments.get(id) ?? {}, { updatedAt: "2030-01-01T00:00:00Z" }),
          ],
          // Not the first line.
          [
            people.writer,
            number,
            (id) => void Object.assign(rig.world.comments.get(id) ?? {}, { body: `hm\n${text}` }),
          ],
          // Deleted by now.
          [people.writer, number, (id) => void rig.world.comments.delete(id)],
          // Not one of our threads.
          [people.writer, stranger, () => {}],
          // A writer's delivery for what an outsider wrote.
          [`stranger-read-${round}`, number, () => {}],
        ];
        for (const [author, issue, change] of cases) {
          const { id, payload } = comment(rig, issue, text, author);
          change(id);
          const sender = tried % 2 === 0 ? author : people.writer;
          await rig.deliver("issue_comment", payload, { sender });
          tried += 1;
        }
      }
    }
    expect(tried).toBe(560);
    expect(state()).toBe(before);
    const replies = [...rig.world.comments.values()].filter(
      ({ isBot, author }) => isBot && author === rig.world.login,
    );
    expect(replies.filter(({ body }) => body.includes('"kind":"refusal"')).length).toBeLessThanOrEqual(17);
    expect(replies.filter(({ body }) => body.includes('"kind":"reply"'))).toEqual([]);
  });

  it("obeys no comment that was edited two seconds later", async () => {
    const { rig, number } = await openOffered();
    for (const [seconds, count] of [
      [2, 0],
      [1, 2],
    ] as const) {
      const { id, payload } = comment(rig, number, "/status");
      const createdAt = "2026-11-21T10:00:00Z";
      const updatedAt = `2026-11-21T10:00:0${seconds}Z`;
      Object.assign(rig.world.comments.get(id) ?? {}, { createdAt, updatedAt });
      await rig.deliver("issue_comment", payload);
      expect([...rig.world.reactions].filter((each) => each.startsWith(`${id} `))).toHaveLength(count);
    }
  });

  it("obeys nothing that an App said in a writer's name, by a delivery or without one", async () => {
    const { rig, number } = await openOffered();
    const { id, payload } = comment(rig, number, "/rollback");
    Object.assign(rig.world.comments.get(id) ?? {}, { isBot: true });
    const master = rig.world.refs.get("refs/heads/nightshift/master");
    await rig.deliver("issue_comment", payload);
    await rig.reconcile();
    expect(rig.world.refs.get("refs/heads/nightshift/master")).toBe(master);
    expect([...rig.world.reactions].filter((each) => each.startsWith(`${id} `))).toEqual([]);
  });

  it("asks for the permission at that moment", async () => {
    const { rig, number } = await openOffered();
    rig.world.permissions.set(people.writer, "read");
    expect((await say(rig, number, "/status")).reactions).toEqual(["-1"]);
    rig.world.permissions.set(people.writer, "maintain");
    expect((await say(rig, number, "/status")).reactions).toEqual(["eyes", "+1"]);
  });
});
