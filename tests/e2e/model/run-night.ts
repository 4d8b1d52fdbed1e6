import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { CampaignEvent } from "../../../src/domain/events.ts";
import type { RunResult } from "../../../src/report/render-run-result.ts";
import type { GitRepository } from "../../helpers/git-repository.ts";
import { runCli } from "../../helpers/run-cli.ts";
import type { ScriptedModel } from "./open-scripted-model.ts";

/** A campaign that ended, with all that it left. */
export type Night = {
  readonly result: RunResult;
  readonly events: readonly CampaignEvent[];
  readonly report: string;
  /** Text of a blob that the journal names. */
  readBlob(digest: string): string;
};

/** Runs a campaign by the command line with the scripted model, as a person would; fails unless it ends well. */
export async function runNight(
  repository: GitRepository,
  model: ScriptedModel,
  args: readonly string[],
): Promise<Night> {
  const before = repository.fingerprint();
  const asked = ["--provider", "custom", "--base-url", model.baseUrl, "--model", "scripted"];
  const { code, stdout, stderr } = await runCli(["run", "--json", ...asked, ...args], {
    cwd: repository.dir,
  });
  expect({ code, stderr: code === 0 ? "" : stderr, faults: model.faults }).toEqual({
    ...{ code: 0, stderr: "", faults: [] },
  });
  expect(repository.fingerprint()).toBe(before);
  const result = JSON.parse(stdout) as RunResult;
  const state = join(repository.dir, ".git/nightshift");
  const lines = readFileSync(result.journal, "utf8").trim().split("\n");
  return {
    result,
    events: lines.map((line) => JSON.parse(line) as CampaignEvent),
    report: readFileSync(join(state, "reports", `${result.campaign}.md`), "utf8"),
    readBlob: (digest) => readFileSync(join(state, "campaigns", result.campaign, "blobs", digest), "utf8"),
  };
}

/** Files of a cycle's promotion on master, and what became of each cycle: `promoted src/pages.js`. */
export function describeCycles({ result }: Night): readonly string[] {
  return result.cycles.map(({ outcome, files }) => [outcome, ...files].join(" "));
}
