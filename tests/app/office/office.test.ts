import { describe, expect, it } from "vitest";
import { createSeenDeliveries } from "../../../app/office/seen-deliveries.ts";
import { createTaskQueue } from "../../../app/office/task-queue.ts";
import { openAppRig } from "../../helpers/app-rig.ts";

const times = { maxTaskMs: 60_000, graceMs: 1_000 };

describe("a task that does not end", () => {
  it("is told that its time is up, and the next one waits for its end", async () => {
    const queue = createTaskQueue({ limit: 9, atOnce: 1, maxTaskMs: 5, graceMs: 60_000 });
    const log: string[] = [];
    const untilAborted = (signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          log.push("told");
          setImmediate(() => reject(signal.reason));
        });
      });
    queue.add("a", untilAborted, (error) => log.push(String(error)));
    queue.add(
      "a",
      async () => void log.push("next"),
      () => {},
    );
    await queue.idle();
    expect(log).toEqual(["told", "Error: the time for this task is up", "next"]);
  });

  it("is left behind where it does not listen, so that its repository is not held up for ever", async () => {
    const queue = createTaskQueue({ limit: 9, atOnce: 1, maxTaskMs: 5, graceMs: 5 });
    const log: string[] = [];
    queue.add(
      "a",
      () => new Promise(() => {}),
      (error) => log.push(String(error)),
    );
    queue.add(
      "a",
      async () => void log.push("next"),
      () => {},
    );
    await queue.idle();
    expect(log).toEqual([expect.stringContaining("took longer"), "next"]);
    expect(queue.size).toBe(0);
  });
});

describe("the office", () => {
  it("tells for each task what it has used of GitHub's API, also where it failed", async () => {
    const rig = openAppRig();
    await rig.reconcile();
    const told = () =>
      rig.logs.map((line) => JSON.parse(line)).filter(({ message }) => /has used/.test(message));
    expect(told()).toEqual([
      expect.objectContaining({
        event: "reconcile",
        calls: rig.calls.length,
        hitRate: 0,
        repository: "acme/sums",
      }),
    ]);
    const failing = openAppRig({
      hooks: {
        before: ({ method }) => {
          if (method === "listPullRequests") throw new Error("GitHub is away");
        },
      },
    });
    await failing.deliver("push", { ref: "refs/heads/main", deleted: false });
    expect(failing.logs.join()).toMatch(/has used.*a task failed/s);
  });

  it("remembers deliveries up to its limit, and forgets those that failed", () => {
    const seen = createSeenDeliveries({ limit: 3 });
    expect(["a", "b", "a", "c", "d", "a"].map((id) => seen.add(id))).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
    seen.forget("d");
    expect(seen.add("d")).toBe(true);
  });

  it("works on one task of a repository at a time, in order, and on several repositories at once", async () => {
    const queue = createTaskQueue({ limit: 100, atOnce: 2, ...times });
    const log: string[] = [];
    let running = 0;
    let most = 0;
    for (const key of ["a", "b", "c"])
      for (const step of [1, 2, 3])
        queue.add(
          key,
          async () => {
            running += 1;
            most = Math.max(most, running);
            log.push(`${key}${step}`);
            await new Promise((resolve) => setImmediate(resolve));
            log.push(`${key}${step} ended`);
            running -= 1;
          },
          () => {},
        );
    expect(log).toEqual([]);
    await queue.idle();
    expect(most).toBe(2);
    for (const key of ["a", "b", "c"])
      expect(log.filter((line) => line.startsWith(key))).toEqual(
        [1, 2, 3].flatMap((step) => [`${key}${step}`, `${key}${step} ended`]),
      );
  });

  it("takes no more than its limit, and goes on after an error", async () => {
    const queue = createTaskQueue({ limit: 2, atOnce: 1, ...times });
    const errors: unknown[] = [];
    const fail = () => Promise.reject(new Error("no"));
    expect([1, 2, 3].map(() => queue.add("a", fail, (error) => errors.push(error)))).toEqual([
      true,
      true,
      false,
    ]);
    await queue.idle();
    expect(errors).toHaveLength(2);
    expect(
      queue.add(
        "a",
        async () => {},
        () => {},
      ),
    ).toBe(true);
    await queue.idle();
    expect(queue.size).toBe(0);
  });

  it("takes a delivery that failed when it comes again, and one that was done not", async () => {
    let isDown = true;
    const rig = openAppRig({
      hooks: {
        before: () => {
          if (isDown) throw new Error("GitHub is away");
        },
      },
    });
    const payload = { action: "created", repositories: [{ full_name: "acme/sums" }], repository: null };
    expect(await rig.deliver("installation", payload, { id: "one" })).toBe("queued");
    expect(rig.logs.join()).toContain("GitHub is away");
    isDown = false;
    expect(await rig.deliver("installation", payload, { id: "one" })).toBe("queued");
    expect(await rig.deliver("installation", payload, { id: "one" })).toBe("seen");
    expect([...rig.world.issues.values()].map(({ title }) => title)).toEqual([
      "Nightshift is here",
      "Nightshift dashboard",
    ]);
    expect(await rig.deliver("installation", payload, { id: "two" })).toBe("queued");
    expect(rig.world.issues.size).toBe(2);
  });

  it("does nothing on an archived or an empty repository", async () => {
    for (const change of [{ isArchived: true }, { isEmpty: true }]) {
      const rig = openAppRig();
      Object.assign(rig.world.info, change);
      await rig.deliver("push", { ref: "refs/heads/main", deleted: false });
      await rig.reconcile();
      expect(rig.writes()).toEqual([]);
    }
  });
});
