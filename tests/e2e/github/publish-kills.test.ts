import type { ChildProcess } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isFullCorpus } from "../../helpers/corpus.ts";
import type { ApiCall } from "../../helpers/github-rig/api-call.ts";
import { openVerifiedRun, type VerifiedRun } from "../../helpers/github-rig/open-verified-run.ts";
import { describeRig, findSacredWrites } from "../../helpers/github-rig/publish-on-rig.ts";
import { runPublishJob } from "../../helpers/github-rig/run-jobs.ts";

/** More than a publication of these has. */
const maxWrites = 80;
/** In small: the first pull request is on GitHub, and the process does not know it. */
const isChosen = ({ path }: ApiCall) => path.endsWith("/pulls");
const isWrite = ({ method, caller }: ApiCall) => method !== "GET" && caller?.kind === "robot";

/** Runs the job and kills its process while a write's answer is on its way; false where no such write came. */
async function killAt(
  { rig, run, verdictCid }: VerifiedRun,
  isDue: (call: ApiCall, write: number) => boolean,
) {
  let child: ChildProcess | null = null;
  let writes = 0;
  let isKilled = false;
  rig.proxy.setFaults((call) => {
    if (!isWrite(call) || isKilled) return null;
    writes += 1;
    if (!isDue(call, writes)) return null;
    isKilled = true;
    // The server goes on with what it has been sent.
    child?.kill("SIGKILL");
    return null;
  });
  const onStart = (started: ChildProcess) => {
    child = started;
  };
  const end = await runPublishJob(run, { verdictCid, onStart }, rig);
  rig.proxy.setFaults(null);
  expect(end.code === 0).toBe(!isKilled);
  return isKilled;
}

async function publishWhole({ rig, run, verdictCid }: VerifiedRun): Promise<void> {
  const end = await runPublishJob(run, { verdictCid }, rig);
  expect({ code: end.code, log: end.code === 0 ? "" : end.log }).toEqual({ code: 0, log: "" });
}

async function checkEnd(opened: VerifiedRun, what: string): Promise<void> {
  const { rig } = opened;
  await publishWhole(opened);
  const { refs, pulls } = await describeRig(rig);
  const branches = [1, 2].map((cycle) => `nightshift/fix/night-1-${cycle}`);
  expect(pulls, what).toMatchObject(
    branches.map((head) => ({
      ...{ head, draft: true, state: "open", base: "main" },
      labels: ["nightshift:promotion"],
    })),
  );
  const tags = [1, 2].map((cycle) => `refs/tags/nightshift/snapshot/night-1/${cycle}`);
  const heads = ["main", "nightshift/master", "nightshift/memory", ...branches].map(
    (head) => `refs/heads/${head}`,
  );
  expect(Object.keys(refs).toSorted(), what).toEqual([...heads, ...tags].toSorted());
  const treeOf = (ref: string) => Reflect.get(Object(refs[ref]), "tree");
  const [master, messages] = [
    refs["refs/heads/nightshift/master"],
    JSON.stringify(refs["refs/heads/nightshift/master"]),
  ];
  expect(master, what).toBeDefined();
  for (const cycle of [1, 2]) expect(messages.split(`Nightshift-Cycle: ${cycle}`).length, what).toBe(2);
  expect(treeOf("refs/heads/nightshift/master"), what).not.toBe(treeOf("refs/heads/main"));
  expect(findSacredWrites(rig), what).toEqual([]);
}

describe("the publish action, killed while it writes,", () => {
  it("ends the same when it runs again", async () => {
    if (!isFullCorpus) {
      const opened = await openVerifiedRun();
      await using _rig = opened.rig;
      expect(await killAt(opened, isChosen)).toBe(true);
      await checkEnd(opened, "at the first pull request");
      return;
    }
    for (let at = 1; at <= maxWrites; at += 1) {
      const opened = await openVerifiedRun();
      await using _rig = opened.rig;
      const isKilled = await killAt(opened, (_call, write) => write === at);
      await checkEnd(opened, `at write ${at}`);
      if (!isKilled) return expect(at).toBeGreaterThan(20);
    }
    throw new Error("it never came to an end");
  }, 1_800_000);
});
