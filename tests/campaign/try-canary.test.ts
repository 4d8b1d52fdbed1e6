import { expect, it } from "vitest";
import { type CanaryRun, tryCanary } from "../../src/campaign/judgement/try-canary.ts";
import { type Check, checkId } from "../../src/domain/gate.ts";
import { buildChecks, buildResult } from "../helpers/gate-fixtures.ts";

type Statuses = Readonly<Record<string, Check["status"]>>;
const result = (statuses: Statuses) => buildResult({ checks: buildChecks(statuses) });
const id = (name: string) => checkId({ file: "a.test.js", suite: "", name });
const seen = (statuses: Statuses): CanaryRun => ({ result: result(statuses), canary: { status: "seen" } });
const plain = (statuses: Statuses): CanaryRun => ({ result: result(statuses), canary: { status: "none" } });
const lost = (statuses: Statuses): CanaryRun => ({
  result: result(statuses),
  canary: { status: "tampered", reason: "it is not in the report" },
});
const both: Statuses = { a: "passed", b: "passed" };

/** Tries with scripted answers to more runs, and says how many were asked for. */
async function tryWith(second: CanaryRun, more: Partial<Record<"plain" | "canary-inside", CanaryRun>> = {}) {
  const asked: string[] = [];
  const found = await tryCanary({ first: result(both), second }, async (how) => {
    asked.push(how);
    const run = more[how];
    if (run === undefined) throw new Error(`nobody expected a run ${how}`);
    return run;
  });
  return { ...found, asked };
}

it("needs no run more where the canary is seen and nothing else changes", async () => {
  expect(await tryWith(seen(both))).toMatchObject({ fitness: { status: "fit" }, flaky: [], asked: [] });
});

it("compares as before where a gate has no canary, or none is possible", async () => {
  const flaky = await tryWith(plain({ a: "failed", b: "passed" }));
  expect(flaky).toMatchObject({ fitness: null, flaky: [id("a")], asked: [] });
  const canary = { status: "impossible", reason: "an unknown runner" } as const;
  expect(await tryWith({ result: result(both), canary })).toMatchObject({
    fitness: canary,
    flaky: [],
    asked: [],
  });
});

it("calls flaky what ends otherwise, without a run more", async () => {
  const found = await tryWith(seen({ a: "failed", b: "passed" }));
  expect(found).toMatchObject({ fitness: { status: "fit" }, flaky: [id("a")], asked: [] });
});

it("calls flaky what is missing without a canary too", async () => {
  const found = await tryWith(seen({ a: "failed" }), { plain: plain({ a: "passed" }) });
  expect(found).toMatchObject({ fitness: { status: "fit" }, flaky: [id("a"), id("b")], asked: ["plain"] });
});

it("plants none where the canary itself takes others away, and calls these not flaky", async () => {
  const found = await tryWith(seen({ a: "passed" }), { plain: plain(both) });
  expect(found).toMatchObject({ fitness: { status: "impossible" }, flaky: [], asked: ["plain"] });
});

it("plants inside of a test file where a file beside it is not picked up", async () => {
  const found = await tryWith(lost(both), { "canary-inside": seen(both) });
  expect(found).toMatchObject({ fitness: { status: "fit", placement: "inside" }, asked: ["canary-inside"] });
});

it("gives up where it shows nowhere, and still tells flaky tests", async () => {
  const found = await tryWith(lost(both), {
    "canary-inside": lost(both),
    plain: plain({ a: "passed", b: "failed" }),
  });
  expect(found).toMatchObject({ flaky: [id("b")], asked: ["canary-inside", "plain"] });
  expect(found.fitness).toEqual({
    status: "impossible",
    reason: "a planted test does not show on the base: it is not in the report",
  });
});
