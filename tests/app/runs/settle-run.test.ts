import { describe, expect, it } from "vitest";
import { publishBundle } from "../../../app/publish-bundle.ts";
import { readLedger } from "../../../app/runs/run-ledger.ts";
import { NightshiftError } from "../../../src/domain/errors.ts";
import {
  endCampaign,
  endRun,
  endVerify,
  offer,
  openAppRig,
  runPayload,
  upload,
} from "../../helpers/app-rig.ts";

const told = { promotions: [{ cycle: 1, edits: { "src/a.js": "A\n" } }] };

describe("a run that has ended", () => {
  it("sends a campaign's bundle to verify, and publishes by that run's verdict", async () => {
    const rig = openAppRig();
    const { run, source } = endCampaign(rig, told);
    await rig.deliver("workflow_run", runPayload(rig, run));
    const [entry] = await readLedger(await rig.desk());
    expect(entry).toMatchObject({ run, status: "verifying", campaign: "night-1" });
    expect(rig.world.dispatches).toEqual([
      { file: "nightshift-verify.yml", ref: "main", inputs: { run: String(run), bundle: entry?.bundle } },
    ]);
    await rig.deliver("workflow_run", runPayload(rig, endVerify(rig, source.verdict)));
    expect([...rig.world.pullRequests.values()]).toMatchObject([
      { isDraft: true, headRef: "nightshift/fix/night-1-1" },
    ]);
    expect(await readLedger(await rig.desk())).toMatchObject([{ status: "published", promoted: 1 }]);
    const dashboard = [...rig.world.issues.values()].find(({ title }) => title === "Nightshift dashboard");
    expect(dashboard?.body).toContain("Offered: #");
  });

  it("does it once, however often it is told", async () => {
    const rig = openAppRig();
    const { run, source } = endCampaign(rig, told);
    for (let time = 0; time < 3; time += 1) await rig.deliver("workflow_run", runPayload(rig, run));
    const verify = endVerify(rig, source.verdict);
    for (let time = 0; time < 3; time += 1) await rig.deliver("workflow_run", runPayload(rig, verify));
    rig.restart();
    await rig.deliver("workflow_run", runPayload(rig, run));
    await rig.deliver("workflow_run", runPayload(rig, verify));
    expect(rig.world.dispatches).toHaveLength(1);
    expect(rig.world.pullRequests.size).toBe(1);
  });

  it.each([
    ["a fork's run", { headRepository: "mallory/sums" }],
    ["another branch's run", { headBranch: "evil" }],
    ["a pull request's run", { event: "pull_request_target" }],
    ["a run of a commit that sacred does not have", { headSha: "e".repeat(40) }],
  ])("does not trust %s: of a campaign or of verify", async (_name, changes) => {
    const rig = openAppRig();
    const { run, source } = endCampaign(rig, told);
    Object.assign(rig.world.runs.at(-1) ?? {}, changes);
    await rig.deliver("workflow_run", runPayload(rig, run));
    expect(rig.writes()).toEqual([]);
    const honest = endCampaign(rig, told);
    await rig.deliver("workflow_run", runPayload(rig, honest.run));
    const verify = endVerify(rig, source.verdict);
    Object.assign(rig.world.runs.at(-1) ?? {}, changes);
    await rig.deliver("workflow_run", runPayload(rig, verify));
    expect(rig.world.pullRequests.size).toBe(0);
    expect(rig.logs.join()).toContain("is not trusted");
  });

  it("never publishes by a verdict that lies beside the bundle", async () => {
    const rig = openAppRig();
    const { run, source } = endCampaign(rig, told);
    upload(rig, run, "nightshift-verdict", Buffer.from(source.verdict));
    await rig.deliver("workflow_run", runPayload(rig, run));
    expect(await readLedger(await rig.desk())).toMatchObject([{ status: "by-workflow" }]);
    expect(rig.world.dispatches).toEqual([]);
    expect(rig.world.pullRequests.size).toBe(0);
  });

  it("refuses two artifacts of one name, and a bundle of another repository", async () => {
    const rig = openAppRig();
    const { run, source } = endCampaign(rig, told);
    upload(rig, run, "nightshift-bundle", (source.bundle as { zip: Buffer }).zip);
    await rig.deliver("workflow_run", runPayload(rig, run));
    const other = endCampaign(rig, { ...told, content: { repository: "mallory/sums" } });
    await rig.deliver("workflow_run", runPayload(rig, other.run));
    const entries = await readLedger(await rig.desk());
    expect(entries.map(({ status, reason }) => `${status}: ${reason}`)).toEqual([
      expect.stringContaining("refused: other-repository"),
      expect.stringContaining("refused: the run has 2 artifacts"),
    ]);
    expect(rig.world.dispatches).toEqual([]);
  });

  it("takes no verdict of another bundle", async () => {
    const rig = openAppRig();
    const { run } = endCampaign(rig, told);
    await rig.deliver("workflow_run", runPayload(rig, run));
    const other = endCampaign(rig, { ...told, campaign: "night-2" });
    await rig.deliver("workflow_run", runPayload(rig, endVerify(rig, other.source.verdict)));
    expect(rig.world.pullRequests.size).toBe(0);
    expect(await readLedger(await rig.desk())).toMatchObject([{ run, status: "verifying" }]);
  });

  it("says on the dashboard what GitHub refuses, and publishes once it is mended", async () => {
    let isMended = false;
    const rig = openAppRig({
      publish: async (input, deps) => {
        if (isMended) return await publishBundle(input, deps);
        const hint = "Grant it in the App's settings.";
        throw new NightshiftError({ code: "GITHUB_FORBIDDEN", message: "pull_requests is missing.", hint });
      },
    });
    const { run, source } = endCampaign(rig, told);
    await rig.deliver("workflow_run", runPayload(rig, run));
    await rig.deliver("workflow_run", runPayload(rig, endVerify(rig, source.verdict)));
    const dashboard = [...rig.world.issues.values()].find(({ title }) => title === "Nightshift dashboard");
    expect(dashboard?.body).toContain("pull_requests is missing. Grant it in the App's settings.");
    const memory = rig.world.refs.get("refs/heads/nightshift/memory");
    rig.advance(60 * 60_000);
    await rig.reconcile();
    expect(rig.world.refs.get("refs/heads/nightshift/memory")).toBe(memory);
    expect(rig.world.dispatches).toHaveLength(1);
    isMended = true;
    await rig.reconcile();
    expect(rig.world.pullRequests.size).toBe(1);
    expect(await readLedger(await rig.desk())).toMatchObject([{ status: "published" }]);
  });

  it.each([
    ["to the bundle that asked for it, where GitHub tells the run", true, [1, 2]],
    ["to the first that waits, where GitHub does not", false, [2, 1]],
  ])("counts a run of verify without a verdict %s, and to no other", async (_name, tellsRun, tries) => {
    const rig = openAppRig();
    rig.world.tellsRun = tellsRun;
    for (const campaign of ["night-1", "night-2"]) {
      const { run } = endCampaign(rig, { ...told, campaign });
      await rig.deliver("workflow_run", runPayload(rig, run));
    }
    const asked = rig.world.runs.findLast(({ workflow }) => workflow === "nightshift-verify.yml");
    const failed = asked?.id ?? endRun(rig, "nightshift-verify.yml");
    Object.assign(rig.world.runs.find(({ id }) => id === failed) ?? {}, {
      status: "completed",
      conclusion: "failure",
    });
    await rig.deliver("workflow_run", runPayload(rig, failed));
    const entries = (await readLedger(await rig.desk())).toSorted((a, b) => a.run - b.run);
    expect(entries.map((entry) => entry.tries)).toEqual(tries);
    expect(entries.every(({ status }) => status === "verifying")).toBe(true);
    expect(rig.world.dispatches).toHaveLength(3);
  });

  it("asks verify twice at most when it leaves no verdict, and says so", async () => {
    const rig = openAppRig();
    const { run } = endCampaign(rig, told);
    await rig.deliver("workflow_run", runPayload(rig, run));
    for (let time = 0; time < 3; time += 1)
      await rig.deliver(
        "workflow_run",
        runPayload(rig, endRun(rig, "nightshift-verify.yml", { conclusion: "failure" })),
      );
    expect(rig.world.dispatches).toHaveLength(2);
    expect(await readLedger(await rig.desk())).toMatchObject([{ status: "unverified" }]);
  });

  it("says of a campaign that failed without a bundle that there is nothing", async () => {
    const rig = openAppRig();
    const run = endRun(rig, "nightshift.yml", { conclusion: "failure" });
    await rig.deliver("workflow_run", runPayload(rig, run));
    expect(await readLedger(await rig.desk())).toMatchObject([
      { status: "nothing", reason: expect.stringContaining("failure") },
    ]);
  });

  it("does nothing under a configuration that is not valid, but for saying so", async () => {
    const rig = openAppRig({ config: "stop: often\n" });
    expect(await offer(rig, told)).toEqual([]);
    expect(rig.world.dispatches).toEqual([]);
    await rig.reconcile();
    const dashboard = [...rig.world.issues.values()].find(({ title }) => title === "Nightshift dashboard");
    expect(dashboard?.body).toContain("The configuration is not valid");
  });
});
