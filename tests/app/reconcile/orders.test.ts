import { describe, expect, it } from "vitest";
import { readLedger } from "../../../app/runs/run-ledger.ts";
import { buildPatternLesson } from "../../../src/memory/build-lesson.ts";
import { readMemory } from "../../../src/memory/read-memory.ts";
import { openGitHubMemory } from "../../../src/open-github-memory.ts";
import {
  type AppRig,
  comment,
  endCampaign,
  endRun,
  endVerify,
  offer,
  openAppRig,
  people,
  runPayload,
} from "../../helpers/app-rig.ts";
import { closeAsPerson, mergeAsPerson, pushFiles } from "../../helpers/memory-github/memory-world.ts";

const isFull = process.env.NIGHTSHIFT_CORPUS === "full";
const seed = Number(process.env.NIGHTSHIFT_SEED ?? "7");

function patternOf(cycle: number, file: string) {
  return buildPatternLesson({
    ...{ campaign: "night-1", cycle, at: "2026-11-21T03:05:00.000Z", commit: "c".repeat(40) },
    item: {
      id: `item-${cycle}`,
      kind: "failing-test",
      title: `adds ${cycle}`,
      signature: `expected ${cycle}`,
    },
    proposed: {
      ...{ type: "candidate-proposed", cycle, attempt: 1, tree: "t", summary: "say A", origin: "comparison" },
      files: [{ path: file, blob: "b" }],
      diff: `--- a/${file}\n+++ b/${file}\n@@ -1 +1 @@\n-a\n+A\n`,
    },
  });
}

/** A morning: all of it has happened on GitHub, and each thing has its delivery. */
async function openMorning() {
  const rig = openAppRig({ files: { "src/a.js": "a\n", "src/b.js": "b\n", "src/c.js": "c\n" } });
  const edits = ["a", "b", "c"].map((name, at) => ({
    cycle: at + 1,
    edits: { [`src/${name}.js`]: `${name.toUpperCase()}\n` },
  }));
  const lessons = ["a", "b", "c"].map((name, at) => patternOf(at + 1, `src/${name}.js`));
  const [merged = 0, declined = 0, third = 0] = await offer(rig, { promotions: edits, lessons });
  const second = endCampaign(rig, { campaign: "night-2", promotions: [] });
  const issue = rig.world.nextId();
  rig.world.issues.set(issue, {
    ...{
      number: issue,
      title: "Faster",
      body: "",
      state: "open",
      labels: ["nightshift"],
      author: people.writer,
    },
    ...{ isPullRequest: false, url: "" },
  });
  const status = comment(rig, third, "/why");
  mergeAsPerson(rig.world, merged);
  closeAsPerson(rig.world, declined, [], people.writer);
  pushFiles(rig.world, { ref: "refs/heads/main", files: { "src/c.js": "by hand\n" } });
  const events: readonly (readonly [string, object])[] = [
    ["pull_request", { action: "closed", pull_request: { number: merged } }],
    ["pull_request", { action: "closed", pull_request: { number: declined } }],
    ["push", { ref: "refs/heads/main", deleted: false }],
    ["workflow_run", runPayload(rig, second.run)],
    ["issue_comment", status.payload],
    [
      "issues",
      {
        action: "labeled",
        label: { name: "nightshift" },
        issue: { number: issue, title: "Faster", body: "", updated_at: "2026-11-21T10:00:00Z" },
      },
    ],
  ];
  return { rig, events };
}

/** What is the same however it came about: no times, no ids of comments, no texts that count them. */
async function describeEnd(rig: AppRig) {
  const { world } = rig;
  const desk = await rig.desk();
  const { lessons } = await readMemory({ git: openGitHubMemory(desk) });
  const treeOf = (ref: string) => world.objects.commits.get(world.refs.get(ref) ?? "")?.tree;
  return {
    pulls: [...world.pullRequests.values()].map(({ number, state, labels, isDraft }) => ({
      number,
      state,
      labels: labels.toSorted(),
      isDraft,
    })),
    comments: [...Map.groupBy(world.comments.values(), ({ issue }) => issue)]
      .map(([number, list]) => `${number}: ${list.length}`)
      .toSorted(),
    issues: [...world.issues.values()].map(({ title }) => title).toSorted(),
    lessons: lessons
      .map((lesson) => `${lesson.kind} ${lesson.id} ${"trust" in lesson ? lesson.trust : ""}`)
      .toSorted(),
    runs: (await readLedger(desk)).map(({ run, status }) => `${run}: ${status}`),
    dispatches: world.dispatches.map(({ file, inputs }) => `${file} ${inputs.bundle ?? ""}`).toSorted(),
    master: treeOf("refs/heads/nightshift/master"),
    sacred: treeOf("refs/heads/main"),
  };
}

function permute<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item, at) => permute(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** Park and Miller's generator: the same seed gives the same orders. */
function* draw(from: number): Generator<number, never> {
  for (let state = from % 2_147_483_647 || 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

describe("deliveries in any order", () => {
  it("end the same: in order, shuffled, ten times each, or half of them lost and reconciled", async () => {
    const { rig, events } = await openMorning();
    for (const [name, payload] of events) await rig.deliver(name, payload);
    await rig.reconcile();
    const end = await describeEnd(rig);
    expect(end.pulls.map(({ labels }) => labels.filter((label) => label !== "nightshift:promotion"))).toEqual(
      [["nightshift:merged"], ["nightshift:declined"], ["nightshift:stale"]],
    );
    expect(end.dispatches.filter((line) => line.startsWith("nightshift.yml"))).toHaveLength(1);
    expect(end.issues).toEqual(["Faster", "Nightshift dashboard"]);

    const orders = permute([0, 1, 2, 3, 4, 5]);
    const random = draw(seed);
    const chosen = isFull
      ? orders
      : Array.from({ length: 8 }, () => orders[random.next().value % orders.length] ?? []);
    for (const [at, order] of chosen.entries()) {
      const morning = await openMorning();
      const lost = new Set(at % 2 === 0 ? [] : order.filter(() => random.next().value % 2 === 0));
      for (const index of order) {
        const event = morning.events[index];
        if (event === undefined || lost.has(index)) continue;
        const times = at % 4 === 2 ? 10 : 1;
        for (let time = 0; time < times; time += 1) {
          await morning.rig.deliver(event[0], event[1]);
          if (time % 4 === 3) morning.rig.restart();
        }
      }
      await morning.rig.reconcile();
      expect(await describeEnd(morning.rig), `order ${order.join(" ")}, lost ${[...lost].join(" ")}`).toEqual(
        end,
      );
    }
  }, 600_000);

  it("end the same when the App is killed at any write, and goes on", async () => {
    const run = async (killAt: number) => {
      let writes = 0;
      let isArmed = false;
      const rig = openAppRig({
        hooks: {
          after: ({ isWrite }) => {
            if (!isArmed || !isWrite) return;
            writes += 1;
            if (writes === killAt) throw new Error("killed");
          },
        },
      });
      const { run: campaign, source } = endCampaign(rig, {
        promotions: [{ cycle: 1, edits: { "src/a.js": "A\n" } }],
      });
      isArmed = true;
      await rig.deliver("workflow_run", runPayload(rig, campaign));
      rig.restart();
      rig.advance(10 * 60_000);
      await rig.reconcile();
      if (rig.world.dispatches.length === 0) throw new Error("verify was never asked for");
      const verify = endVerify(rig, source.verdict);
      await rig.deliver("workflow_run", runPayload(rig, verify));
      rig.restart();
      await rig.reconcile();
      return { rig, writes };
    };
    const whole = await run(0);
    const end = await describeEnd(whole.rig);
    expect(whole.writes).toBeGreaterThan(10);
    for (let at = 1; at <= whole.writes; at += isFull ? 1 : 3) {
      const { rig } = await run(at);
      const found = await describeEnd(rig);
      expect(found.pulls, `killed at write ${at}`).toHaveLength(1);
      expect({ ...found, dispatches: [] }, `killed at write ${at}`).toEqual({ ...end, dispatches: [] });
    }
  }, 600_000);

  it("does what it can where one part fails", async () => {
    const rig = openAppRig({
      hooks: {
        before: ({ method }) => {
          if (method === "listPullRequests") throw new Error("no pull requests today");
        },
      },
    });
    endRun(rig, "nightshift.yml");
    const issue = rig.world.nextId();
    rig.world.issues.set(issue, {
      ...{ number: issue, title: "Faster", body: "", state: "open", labels: ["nightshift"] },
      ...{ author: people.writer, isPullRequest: false, url: "" },
    });
    await rig.reconcile();
    expect(rig.logs.join()).toContain("no pull requests today");
    expect(await readLedger(await rig.desk())).toMatchObject([{ status: "nothing" }]);
    expect(rig.world.dispatches).toMatchObject([{ file: "nightshift.yml" }]);
  });

  it("finds a campaign that no delivery told of", async () => {
    const rig = openAppRig();
    endRun(rig, "nightshift.yml", { conclusion: "cancelled" });
    await rig.reconcile();
    expect(await readLedger(await rig.desk())).toMatchObject([{ status: "nothing" }]);
  });
});
