import { describe, expect, it } from "vitest";
import { isFullCorpus } from "../../helpers/corpus.ts";
import type { ApiCall, CallFault } from "../../helpers/github-rig/api-call.ts";
import { type GitHubRig, openGitHubRig } from "../../helpers/github-rig/open-github-rig.ts";
import {
  describeRig,
  findSacredWrites,
  publishOn,
  tellRigCampaign,
} from "../../helpers/github-rig/publish-on-rig.ts";

const files = { "src/a.js": "a\n", "src/b.js": "b\n" };
const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/a.js": "a2\n" }, isStacked: true },
  { cycle: 4, edits: { "src/b.js": null, "src/c.js": "c\n" } },
];

/** How long a client waits for an answer where calls may be slow. */
const patienceMs = 500;

const faults: Readonly<Record<string, CallFault>> = {
  "the connection is lost before the server acted": { kind: "drop", when: "before" },
  "the connection is lost after the server acted": { kind: "drop", when: "after" },
  "the answer is cut off": { kind: "cut" },
  "the server acts after the client has given up": { kind: "slow", ms: 3 * patienceMs },
  "the server fails": { kind: "refuse", answer: { status: 502, body: { message: "Bad gateway" } } },
  "a secondary limit bites": {
    kind: "refuse",
    answer: {
      status: 403,
      headers: { "retry-after": "1" },
      body: { message: "You have exceeded a secondary rate limit. Please wait a few minutes." },
    },
  },
  "there are too many requests": {
    kind: "refuse",
    answer: { status: 429, headers: { "retry-after": "1" }, body: { message: "Too many requests" } },
  },
};

const isWrite = ({ method, caller }: ApiCall) => method !== "GET" && caller?.kind === "robot";

/** Publishes until it is done; each try is a process that knows nothing of the one before it. */
async function publishUntilDone(rig: GitHubRig, source: Parameters<typeof publishOn>[1]): Promise<number> {
  for (let tries = 1; tries < 40; tries += 1) {
    const done = await publishOn(rig, source, { timeoutMs: patienceMs }).catch(() => null);
    if (done?.status === "published") return tries;
  }
  throw new Error("it never came to an end");
}

const expected = await (async () => {
  await using rig = await openGitHubRig(files);
  const source = await tellRigCampaign(rig, files, { promotions });
  await publishOn(rig, source);
  const writes = rig.proxy.log.filter(isWrite).length;
  return { state: await describeRig(rig), writes, mismatches: rig.proxy.mismatches };
})();

describe("publishing through the API when things go wrong", () => {
  it("asks and is answered as GitHub describes its API, and offers three drafts", () => {
    expect(expected.mismatches).toEqual([]);
    expect(expected.state.pulls.map(({ draft, state }) => ({ draft, state }))).toEqual(
      [1, 2, 4].map(() => ({ draft: true, state: "open" })),
    );
    expect(expected.writes).toBeGreaterThan(20);
  });

  /** Publishes with faults at the writes that are due, then without any, and holds what is there against the whole. */
  async function publishUnder(find: (write: number) => CallFault | null): Promise<void> {
    await using rig = await openGitHubRig(files);
    const source = await tellRigCampaign(rig, files, { promotions });
    let writes = 0;
    rig.proxy.setFaults((call) => {
      if (!isWrite(call)) return null;
      writes += 1;
      return find(writes);
    });
    await publishUntilDone(rig, source);
    rig.proxy.setFaults(null);
    expect(writes).toBeGreaterThanOrEqual(expected.writes);
    expect(await describeRig(rig)).toEqual(expected.state);
    expect(await publishOn(rig, source)).toMatchObject({
      pullRequests: promotions.map(() => ({ status: "known" })),
    });
    expect(await describeRig(rig)).toEqual(expected.state);
    expect(findSacredWrites(rig)).toEqual([]);
  }

  it("gives up on an answer that does not come, and finds later what the server has done all the same", async () => {
    await using rig = await openGitHubRig(files);
    const source = await tellRigCampaign(rig, files, { promotions });
    let isSlow = true;
    rig.proxy.setFaults((call) => {
      if (!isSlow || call.method !== "POST" || !call.path.endsWith("/pulls")) return null;
      isSlow = false;
      return { kind: "slow", ms: 2 * patienceMs };
    });
    await expect(publishOn(rig, source, { timeoutMs: patienceMs })).rejects.toMatchObject({
      code: "GITHUB_UNAVAILABLE",
    });
    expect(isSlow).toBe(false);
    await publishUntilDone(rig, source);
    expect((await describeRig(rig)).pulls).toEqual(expected.state.pulls);
    expect(findSacredWrites(rig)).toEqual([]);
  });

  it("ends the same where one thing after another goes wrong, at every fourth write", async () => {
    const kinds = Object.values(faults);
    await publishUnder((write) =>
      write % 4 === 3 ? (kinds[Math.floor(write / 4) % kinds.length] ?? null) : null,
    );
  });

  // Each kind at every seventh write, beginning with another one: together every write has one.
  const inFull = isFullCorpus ? Object.entries(faults) : [];
  for (const [index, [what, fault]] of inFull.entries())
    it(`ends the same where ${what}, once`, async () => {
      for (let at = index + 1; at <= expected.writes; at += inFull.length)
        await publishUnder((write) => (write === at ? fault : null));
    });

  it("does not overwrite what a person pushed meanwhile, and leaves the default branch to people", async () => {
    await using rig = await openGitHubRig(files);
    const source = await tellRigCampaign(rig, files, { promotions });
    let pushed = "";
    rig.proxy.setFaults((call) => {
      if (pushed !== "" || call.method !== "POST" || !call.path.endsWith("/git/commits")) return null;
      if (call.caller?.kind !== "robot") return null;
      pushed = "under way";
      return {
        kind: "meanwhile",
        act: async () => {
          pushed = await rig.push({ "src/b.js": "by hand\n" }, "by hand");
        },
      };
    });
    await publishUntilDone(rig, source);
    expect(await rig.readRef("refs/heads/main")).toBe(pushed);
    const { pulls } = await describeRig(rig);
    expect(pulls).toHaveLength(new Set(pulls.map(({ head }) => head)).size);
    expect(findSacredWrites(rig)).toEqual([]);
  });

  it("makes one pull request of each promotion when two publish at once", async () => {
    await using rig = await openGitHubRig(files);
    const source = await tellRigCampaign(rig, files, { promotions });
    await Promise.allSettled([publishOn(rig, source), publishOn(rig, source)]);
    await publishUntilDone(rig, source);
    expect((await describeRig(rig)).pulls).toEqual(expected.state.pulls);
    expect(findSacredWrites(rig)).toEqual([]);
  });

  it("offers what two campaigns found, whichever writes first, and an item once", async () => {
    await using rig = await openGitHubRig(files);
    const tell = (campaign: string, name: string) => {
      const edits = { [`src/${name}.js`]: `by ${campaign}\n` };
      return tellRigCampaign(rig, files, { campaign, promotions: [{ cycle: 1, item: name, edits }] });
    };
    const nights = [await tell("night-1", "a"), await tell("night-2", "b")];
    await Promise.allSettled(nights.map((night) => publishOn(rig, night)));
    for (const night of nights) await publishUntilDone(rig, night);
    const again = await publishOn(rig, await tell("night-3", "a"));
    expect(again).toMatchObject({ status: "published", pullRequests: [], left: [{ cycle: 1 }] });
    const { pulls } = await describeRig(rig);
    expect(pulls.map(({ head }) => head)).toEqual(["nightshift/fix/night-1-1", "nightshift/fix/night-2-1"]);
    expect(findSacredWrites(rig)).toEqual([]);
  });
});
