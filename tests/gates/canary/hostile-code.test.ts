import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { checkId, type GateResult } from "../../../src/domain/gate.ts";
import { reportFigures } from "../../corpora/harness/report-figures.ts";
import { canaryHacks, putHack } from "../../helpers/canary-hacks.ts";
import { canaryProjects } from "../../helpers/canary-projects.ts";
import { corpusSeed, createRandom, isFullCorpus } from "../../helpers/corpus.ts";
import { runWithCanary } from "../../helpers/run-with-canary.ts";

/** Of each runner's hacks, when not all of them are run. */
const SAMPLE = 1;
const random = createRandom(corpusSeed);
const counts = { run: 0, tampered: 0, noGain: 0 };

afterAll(() =>
  reportFigures("canaries", [
    { what: "code that meddles with its tests, run with a canary", result: `${counts.run}` },
    { what: "found to be tampering", result: `${counts.tampered}` },
    { what: "gained nothing by it: no report, or no test that passes more", result: `${counts.noGain}` },
  ]),
);

describe.each(Object.entries(canaryHacks))("%s", (name, families) => {
  const project = canaryProjects[name];
  if (project === undefined) throw new Error(`no project ${name}`);
  const isMissing =
    project.needs !== undefined && spawnSync(project.needs[0], project.needs.slice(1)).status !== 0;
  if (isMissing) console.warn(`skipped: ${name} needs ${project.needs?.join(" ")}`);
  const drawn = Object.entries(families)
    .map((hack) => ({ hack, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ hack }) => hack);

  it.skipIf(isMissing).each(isFullCorpus ? drawn : drawn.slice(0, SAMPLE))(
    "does not believe tests of code that %s",
    async (family, hack) => {
      const source = putHack(hack, project.files[project.source] ?? "", project.source);
      const { raw, result, verdict, base } = await runWithCanary(project, { [project.source]: source });
      const { status, reason, exitCode, outputTail } = raw;
      const said = JSON.stringify([status, reason, exitCode, outputTail.slice(-600)], null, 1);
      counts.run += 1;
      // Some runners turn an exit into a failure or into no report at all, so that nothing is gained by it.
      if (/^(?:leaves|rewrites)/.test(family) && verdict.status !== "tampered") {
        expect(result.status === "error" || isNoGain(base, result), said).toBe(true);
        counts.noGain += 1;
        return;
      }
      expect(verdict, said).toMatchObject({ status: "tampered" });
      counts.tampered += 1;
    },
  );
});

/** Nothing passes that failed, or something that passed does no longer. */
function isNoGain(base: GateResult, result: GateResult): boolean {
  const [before, after] = [new Set(listPassing(base)), new Set(listPassing(result))];
  return [...after].every((id) => before.has(id)) || [...before].some((id) => !after.has(id));
}

function listPassing({ checks }: GateResult): readonly string[] {
  return checks.filter(({ status }) => status === "passed").map(checkId);
}
