import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { CampaignEvent, EventOf } from "../../src/domain/events.ts";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { runCli } from "../helpers/run-cli.ts";
import { faults, openLiveProject } from "./live-project.ts";
import type { LiveSettings } from "./live-settings.ts";

/** More than four small fixes take, and little enough for a test that somebody pays for. */
const MAX_COST_USD = 0.5;

/** Runs one campaign on the small project: everything is mended and promoted, and the budget held. */
export async function checkLiveCampaign({
  args,
  env,
  prices,
}: Extract<LiveSettings, { status: "ready" }>): Promise<RunResult> {
  using repository = openLiveProject({ prices });
  const before = repository.fingerprint();
  const limits = ["--max-cost", String(MAX_COST_USD), "--max-cycles", "8", "--method", "direct"];
  const run = ["run", "--json", "--brain", "llm", ...args, ...limits];
  const { code, stdout, stderr } = await runCli(run, { cwd: repository.dir, env });
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  const result = JSON.parse(stdout) as RunResult;
  const promoted = result.cycles.filter(({ outcome }) => outcome === "promoted");
  expect(promoted.flatMap(({ files }) => files).toSorted()).toEqual(Object.values(faults).toSorted());
  expect(result).toMatchObject({ stopReason: "NO_WORK_FOUND", errors: 0 });
  expect(repository.fingerprint()).toBe(before);
  // Nobody touched what decides: tests, linters and settings are on master as they were.
  expect(repository.run("diff", "--name-only", "main", "nightshift/master").split("\n").toSorted()).toEqual(
    Object.values(faults).toSorted(),
  );
  const lines = readFileSync(result.journal, "utf8").trim().split("\n");
  const calls = lines
    .map((line) => JSON.parse(line) as CampaignEvent)
    .filter((event): event is EventOf<"model-called"> => event.type === "model-called");
  expect(calls.length).toBeGreaterThan(0);
  expect(result.model?.calls).toBe(calls.length);
  expect(result.costUsd).toBeCloseTo(
    calls.reduce((sum, { costUsd }) => sum + costUsd, 0),
    10,
  );
  expect(result.costUsd).toBeLessThanOrEqual(MAX_COST_USD);
  for (const value of Object.values(env)) if (value.length > 8) expect(lines.join("\n")).not.toContain(value);
  return result;
}
