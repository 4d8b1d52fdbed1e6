import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { GateResult } from "../../../src/domain/gate.ts";
import { canaryProjects } from "../../helpers/canary-projects.ts";
import { runWithCanary } from "../../helpers/run-with-canary.ts";

const outcomes = ({ checks }: GateResult) =>
  checks.map(({ file, suite, name, status }) => JSON.stringify([file, suite, name, status])).sort();

describe.each(Object.entries(canaryProjects))("%s", (name, project) => {
  const isMissing =
    project.needs !== undefined && spawnSync(project.needs[0], project.needs.slice(1)).status !== 0;
  if (isMissing) console.warn(`skipped: ${name} needs ${project.needs?.join(" ")}`);

  it.skipIf(isMissing).each(["beside", "inside"] as const)(
    "sees a canary %s the tests, and nothing else changes",
    async (placement) => {
      if (placement === "beside" ? name.startsWith("cargo") : name === "go") return;
      const { base, raw, result, verdict, canary } = await runWithCanary(project, {}, { placement });
      expect(base.reason).toMatch(/^[1-9]\d* passed, 1 failed/);
      expect(verdict, JSON.stringify([raw.reason, raw.outputTail, raw.checks.slice(0, 3)], null, 1)).toEqual({
        status: "seen",
      });
      expect(canary.placement).toBe(placement);
      expect(canary.checks.length).toBeGreaterThan(2);
      expect(outcomes(result)).toEqual(outcomes(base));
      expect(result).toMatchObject({ status: base.status, reason: base.reason });
    },
  );
});
