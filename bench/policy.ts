import { cp } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import type { CampaignDeps } from "../src/campaign/campaign-deps.ts";
import { openCampaign } from "../src/campaign/open-campaign.ts";
import type { Position } from "../src/campaign/position.ts";
import { runCycle } from "../src/campaign/run-cycle.ts";
import { openRepository } from "../src/open-repository.ts";
import type { PolicyRule } from "../src/policy/policy-rule.ts";
import { startCampaign } from "../src/start-campaign.ts";
import type { BenchResult } from "./result.ts";
import { openScratch } from "./scratch.ts";

const example = path.join(import.meta.dirname, "..", "examples", "night-market");

/**
 * The time of all rules on the diff, loading them too, against the cycles of the demo that they judge in. The base is
 * measured in a cycle of its own ahead, since that happens once in a campaign.
 */
export async function benchPolicy(
  { cycles }: { readonly cycles: number } = { cycles: 4 },
): Promise<readonly BenchResult[]> {
  await using scratch = await openScratch();
  const dir = path.join(scratch.path, "night-market");
  await cp(example, dir, { recursive: true });
  await commitAll(dir);
  const flags = [
    { path: "stop.maxCycles", name: "--max-cycles", value: cycles + 1 },
    { path: "brain.seed", name: "--seed", value: 1 },
  ];
  const repository = await openRepository({ repo: dir, flags, environment: process.env });
  const signal = new AbortController().signal;
  await using started = await startCampaign(
    { isDryRun: false, isResume: false, signal, onEvent: () => {}, onProgress: () => {} },
    repository,
  );
  let policyMs = 0;
  const policyRules = started.deps.policyRules.map((rule) =>
    timeRule(rule, (ms) => {
      policyMs += ms;
    }),
  );
  const deps: CampaignDeps = { ...started.deps, policyRules };
  let position: Position = await openCampaign(deps);
  let wholeMs = 0;
  let count = 0;
  for (let cycle = 1; cycle <= cycles + 1; cycle += 1) {
    const start = performance.now();
    const end = await runCycle(cycle, position, deps);
    if (end.status === "no-work") break;
    position = end.position;
    if (cycle === 1) continue;
    wholeMs += performance.now() - start;
    count += 1;
  }
  if (count === 0) throw new Error("the demo had one cycle alone");
  return [
    {
      name: "static policy in a cycle of the demo",
      measured: `${(policyMs / (count + 1)).toFixed(0)} ms`,
      against: `a cycle: ${(wholeMs / count).toFixed(0)} ms`,
      ratio: policyMs / (count + 1) / (wholeMs / count),
      bound: 0.05,
    },
  ];
}

function timeRule(rule: PolicyRule, onTime: (ms: number) => void): PolicyRule {
  return {
    ...rule,
    find: async (change, context) => {
      const start = performance.now();
      const found = await rule.find(change, context);
      onTime(performance.now() - start);
      return found;
    },
  };
}

async function commitAll(dir: string): Promise<void> {
  const git = execa({ cwd: dir });
  const identity = [
    "-c",
    "user.name=Bench",
    "-c",
    "user.email=bench@example.com",
    "-c",
    "commit.gpgSign=false",
  ];
  await git`git init --quiet --initial-branch=main`;
  await git`git add --all`;
  await git`git ${identity} commit --quiet --message=base`;
}
