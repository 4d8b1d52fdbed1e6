import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockCampaign } from "../../src/campaign/lock-campaign.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const holder = join(import.meta.dirname, "../helpers/hold-lock.ts");

/** A process that takes the lock when it is told to. */
type Taker = {
  readonly child: ChildProcess;
  /** Tells it, and gives what it says of that. */
  take(): Promise<string>;
};

async function startTaker(commonDir: string, campaign: string): Promise<Taker> {
  const child = spawn(process.execPath, [holder, commonDir, campaign], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const listen = () =>
    new Promise<string>((resolve) => child.stdout?.once("data", (data) => resolve(String(data))));
  await listen();
  return {
    child,
    take: () => {
      const said = listen();
      child.stdin?.write("take\n");
      return said;
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once("exit", () => resolve());
  });
}

/** Writes a lock file as if another process had. */
function plantLock(commonDir: string, changes: Readonly<Record<string, unknown>>): string {
  const path = join(commonDir, "nightshift", "lock");
  mkdirSync(join(commonDir, "nightshift"), { recursive: true });
  const content = {
    campaign: "night-0",
    processId: process.pid,
    processStart: null,
    host: hostname(),
    since: "2026-11-20T03:00:00.000Z",
    token: "token",
    ...changes,
  };
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe("lockCampaign", () => {
  it("keeps a second campaign out while the first one is at work, and lets it in after", async () => {
    using folder = openScratchFolder();
    const first = { commonDir: folder.path, campaign: "night-1" };
    {
      await using lock = await lockCampaign(first, { clock: { now: () => "2026-11-21T03:00:00.000Z" } });
      expect(existsSync(lock.path)).toBe(true);
      await expect(lockCampaign({ ...first, campaign: "night-2" })).rejects.toMatchObject({
        code: "CAMPAIGN_RUNNING",
        kind: "usage",
        message: `Campaign night-1 is at work on this repository: process ${process.pid}, since 2026-11-21T03:00:00.000Z.`,
        hint: expect.stringContaining(`kill -INT ${process.pid}`),
      });
    }
    await using again = await lockCampaign(first);
    expect(existsSync(again.path)).toBe(true);
  });

  it("is held by another process, and taken over when that was killed", async () => {
    using folder = openScratchFolder();
    const { child, take } = await startTaker(folder.path, "night-1");
    const input = { commonDir: folder.path, campaign: "night-2" };
    expect(await take()).toMatch(/^held /);
    await expect(lockCampaign(input)).rejects.toThrow(`process ${child.pid}`);
    child.kill("SIGKILL");
    await ended(child);
    await using lock = await lockCampaign(input);
    expect(JSON.parse(readFileSync(lock.path, "utf8"))).toMatchObject({ campaign: "night-2" });
  });

  it("lets exactly one of many in that find the same stale lock", async () => {
    using folder = openScratchFolder();
    plantLock(folder.path, { processId: 2 ** 22 + 1 });
    const takers = await Promise.all(
      ["a", "b", "c", "d", "e", "f"].map((name) => startTaker(folder.path, name)),
    );
    for (let round = 0; round < 10; round += 1) {
      plantLock(folder.path, { processId: 2 ** 22 + 1, token: `round ${round}` });
      const said = await Promise.all(takers.map(({ take }) => take()));
      expect(said.filter((text) => text.startsWith("held"))).toHaveLength(1);
      expect(said.filter((text) => text.includes("is at work on this repository"))).toHaveLength(5);
    }
    for (const { child } of takers) child.kill("SIGKILL");
    await Promise.all(takers.map(({ child }) => ended(child)));
  });

  it.each([
    ["a process id that was given to another process since", { processStart: "another boot:1" }],
    ["a process that is gone", { processId: 2 ** 22 + 1 }],
  ])("takes over the lock of %s", async (_name, changes) => {
    using folder = openScratchFolder();
    plantLock(folder.path, changes);
    await using lock = await lockCampaign({ commonDir: folder.path, campaign: "night-1" });
    expect(JSON.parse(readFileSync(lock.path, "utf8"))).toMatchObject({ campaign: "night-1" });
  });

  it.each(["", "{", '{"processId":"one"}'])(
    "takes over a lock that holds %j, as a power cut leaves it",
    async (text) => {
      using folder = openScratchFolder();
      writeFileSync(plantLock(folder.path, {}), text);
      await using lock = await lockCampaign({ commonDir: folder.path, campaign: "night-1" });
      expect(existsSync(lock.path)).toBe(true);
    },
  );

  it("never takes over the lock of another machine, and names the file", async () => {
    using folder = openScratchFolder();
    const path = plantLock(folder.path, { host: "elsewhere", processId: 2 ** 22 + 1 });
    await expect(lockCampaign({ commonDir: folder.path, campaign: "night-1" })).rejects.toMatchObject({
      code: "CAMPAIGN_RUNNING",
      message: expect.stringContaining("on elsewhere"),
      hint: expect.stringContaining(path),
    });
  });

  it("leaves the lock of another alone when it ends", async () => {
    using folder = openScratchFolder();
    const lock = await lockCampaign({ commonDir: folder.path, campaign: "night-1" });
    plantLock(folder.path, { campaign: "night-2" });
    await lock[Symbol.asyncDispose]();
    expect(JSON.parse(readFileSync(lock.path, "utf8"))).toMatchObject({ campaign: "night-2" });
  });

  it("ends without a trace of the lock, also where its folder is gone", async () => {
    using folder = openScratchFolder();
    {
      await using _lock = await lockCampaign({ commonDir: folder.path, campaign: "night-1" });
    }
    expect(readdirSync(join(folder.path, "nightshift"))).not.toContain("lock");
  });
});
