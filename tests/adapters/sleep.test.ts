import { expect, it } from "vitest";
import { sleep } from "../../src/adapters/sleep.ts";

it("ends by itself, with or without a signal", async () => {
  await sleep(5);
  await sleep(5, new AbortController().signal);
  await sleep(-5);
});

it("ends as soon as it is aborted, and does not reject", async () => {
  const controller = new AbortController();
  const slept = sleep(1e12, controller.signal);
  controller.abort(new Error("enough"));
  await expect(slept).resolves.toBeUndefined();
  await expect(sleep(1e12, controller.signal)).resolves.toBeUndefined();
});
