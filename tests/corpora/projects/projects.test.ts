import { describe, expect, it } from "vitest";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { openJudgementRig } from "../harness/judgement-rig.ts";
import { buildProject } from "./build-project.ts";
import { projectKinds } from "./project-kinds.ts";

const canIsolate = await isBubblewrapHere();
if (!canIsolate) console.warn("generated projects are skipped: bubblewrap is not usable here");

describe("buildProject", () => {
  it("gives the same project for the same seed, and another one for another", () => {
    const [first, again, other] = ["1", "1", "2"].map((seed) =>
      JSON.stringify(buildProject({ kind: projectKinds.vitest, seed })),
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe.skipIf(!canIsolate)("generated projects", () => {
  it.for([projectKinds["node-esm"], projectKinds.pytest])(
    "$name: one test fails, and each known fix mends it",
    async (kind) => {
      const project = buildProject({ kind, seed: "1" });
      await using rig = await openJudgementRig({ project });
      expect(rig.item.files).toEqual([project.bug.testFile]);
      for (const style of ["operator", "guard", "loop", "helper"]) {
        expect(await rig.judge([project.mend(style)]), style).toEqual({ status: "promoted" });
      }
    },
  );

  it("are not mended by what they are", async () => {
    const project = buildProject({ kind: projectKinds["node-esm"], seed: "1" });
    await using rig = await openJudgementRig({ project });
    const verdict = await rig.judge([project.rewrite({ bottom: "// nothing" })]);
    expect(verdict).toMatchObject({ status: "refused", rule: "nothing-fixed" });
  });
});
