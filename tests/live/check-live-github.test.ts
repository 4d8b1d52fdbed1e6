import { describe, expect, it } from "vitest";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import { createMemoryWorld, type MemoryWorld, pushFiles } from "../helpers/memory-github/memory-world.ts";
import { createMemoryGitHub } from "../helpers/memory-github.ts";
import { publishInto, tellCampaign } from "../helpers/publish-rig.ts";
import { checkLiveGitHub } from "./check-live-github.ts";
import { readLiveGitHubSettings } from "./live-github-settings.ts";

/** A night on GitHub in memory, whose run ends while it is waited for. */
async function liveThrough(change: (world: MemoryWorld) => void = () => {}) {
  const world = createMemoryWorld({ files: { "src/a.js": "a\n" } });
  const { github } = createMemoryGitHub({ world });
  const sleep = async () => {
    if (world.runs.length > 0) return;
    const source = tellCampaign(world, { promotions: [{ cycle: 1, edits: { "src/a.js": "b\n" } }] });
    await publishInto(world, source).done;
    const id = world.nextId();
    world.runs.push({
      ...{ id, workflow: workflowNames.campaign, event: "workflow_dispatch", status: "completed" },
      ...{
        conclusion: "success",
        headSha: "",
        headBranch: "main",
        headRepository: "acme/sums",
        url: `run ${id}`,
      },
    });
    const zip = "zip" in source.bundle ? Buffer.from(source.bundle.zip) : Buffer.alloc(0);
    for (const name of [workflowNames.bundle, workflowNames.verdict])
      world.artifacts.push({
        ...{ id: world.nextId(), name, sizeBytes: zip.length, digest: "", runId: id, isExpired: false, zip },
      });
    change(world);
  };
  return await checkLiveGitHub({ maxMinutes: 1 }, { github, sleep });
}

describe("the live test of GitHub", () => {
  it("takes a night that left its drafts", async () => {
    expect(await liveThrough()).toMatchObject({ promoted: 1, drafts: [expect.any(Number)] });
  });

  it.each<[string, RegExp, (world: MemoryWorld) => void]>([
    [
      "a run that failed",
      /ended as failure/,
      ({ runs }) => void Object.assign(runs[0] ?? {}, { conclusion: "failure" }),
    ],
    [
      "a run that never ends",
      /in time/,
      ({ runs }) => void Object.assign(runs[0] ?? {}, { status: "in_progress" }),
    ],
    ["a run without a verdict", /left no nightshift-verdict/, ({ artifacts }) => void artifacts.pop()],
    [
      "a pull request that is no draft",
      /is no draft/,
      ({ pullRequests }) => {
        for (const pull of pullRequests.values()) pull.isDraft = false;
      },
    ],
    ["nothing offered", /offered nothing/, ({ pullRequests }) => pullRequests.clear()],
    [
      "a default branch that moved",
      /main has moved/,
      (world) => void pushFiles(world, { ref: "refs/heads/main", files: { "src/b.js": "b\n" } }),
    ],
  ])("sees %s", async (_title, reason, change) => {
    await expect(liveThrough(change)).rejects.toThrow(reason);
  });

  it("is skipped with a reason where no token and no repository are given", () => {
    expect(readLiveGitHubSettings({ GITHUB_TOKEN: "t" })).toMatchObject({
      reason: expect.stringContaining("TOKEN"),
    });
    const token = { NIGHTSHIFT_LIVE_GITHUB_TOKEN: "t" };
    expect(readLiveGitHubSettings(token)).toMatchObject({ reason: expect.stringContaining("REPOSITORY") });
    const told = { ...token, NIGHTSHIFT_LIVE_GITHUB_REPOSITORY: "a/b" };
    expect(readLiveGitHubSettings(told)).toEqual({ status: "ready", owner: "a", name: "b", token: "t" });
    expect(() => readLiveGitHubSettings({ ...told, NIGHTSHIFT_LIVE_GITHUB_REPOSITORY: "a" })).toThrow(
      "owner/name",
    );
  });
});
