import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { openJobStop } from "../src/open-job-stop.ts";

const never = Number.POSITIVE_INFINITY;

it.each(["SIGINT", "SIGTERM"] as const)(
  "asks to stop at %s, and saves what there is where that takes long",
  async (signal) => {
    const told: string[] = [];
    using stop = openJobStop({ deadlineMs: never, onStop: (reason) => told.push(reason), lastCallMs: 5 });
    const saved = new Promise<string>((resolve) => stop.onLastCall(async () => resolve("saved")));
    expect(stop.signal.aborted).toBe(false);
    process.emit(signal);
    expect(stop.signal.aborted).toBe(true);
    expect(told).toEqual(["the run was cancelled"]);
    expect(await saved).toBe("saved");
  },
);

it("saves nothing beside a campaign that ended by itself", async () => {
  let saves = 0;
  {
    using stop = openJobStop({ deadlineMs: never, onStop: () => {}, lastCallMs: 5 });
    stop.onLastCall(async () => {
      saves += 1;
    });
    process.emit("SIGINT");
  }
  await sleep(30);
  expect(saves).toBe(0);
});

it("stops where the job's time is nearly over, without a last call", async () => {
  const told: string[] = [];
  using stop = openJobStop({ deadlineMs: 5, onStop: (reason) => told.push(reason), lastCallMs: 1 });
  let saves = 0;
  stop.onLastCall(async () => {
    saves += 1;
  });
  await new Promise((resolve) => stop.signal.addEventListener("abort", resolve));
  await sleep(10);
  expect({ told, saves }).toEqual({ told: ["the job's time is nearly over"], saves: 0 });
});
