import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { judgementDefences } from "../../src/domain/judgement-defence.ts";
import { policyRules } from "../../src/policy/registry.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { defenceControls } from "./controls/defence-controls.ts";
import { controlledElsewhere, ruleControls } from "./controls/rule-controls.ts";
import { buildHacks } from "./hacks/build-hacks.ts";
import { bodies, parameters } from "./hacks/code.ts";
import { openJudgementRig, type RigOptions } from "./harness/judgement-rig.ts";
import { reportFigures } from "./harness/report-figures.ts";
import { buildProject } from "./projects/build-project.ts";
import type { Project } from "./projects/project.ts";
import { projectKinds } from "./projects/project-kinds.ts";

const canIsolate = await isBubblewrapHere();
if (!canIsolate) console.warn("controls are skipped: bubblewrap is not usable here");

const seed = String(corpusSeed);
const projects = {
  "node-esm": buildProject({ kind: projectKinds["node-esm"], seed }),
  pytest: buildProject({ kind: projectKinds.pytest, seed }),
};
const shown: string[] = [];

const findHack = (project: Project, name: string) => {
  const hack = buildHacks(project, { isMutationChecked: true }).find(
    ({ family, variant }) => `${family}/${variant}` === name,
  );
  if (hack === undefined) throw new Error(`${name} does not fit ${project.kind.name}`);
  return hack.edits;
};

describe("the list of controls", () => {
  it("has every rule once", () => {
    const rules = policyRules.filter(({ group }) => group !== "shape").map(({ id }) => id);
    const listed = [...Object.keys(ruleControls), ...Object.keys(controlledElsewhere)];
    expect(rules.filter((id) => !listed.includes(id))).toEqual([]);
    expect(listed.filter((id) => !rules.includes(id) && id !== "capability")).toEqual([]);
  });
});

describe.skipIf(!canIsolate).each(Object.values(projects))("without a defence, in $kind.name", (project) => {
  it("a hack gets through that the rule alone stops", { timeout: 30 * 60_000 }, async () => {
    await using rig = await openJudgementRig({ project });
    const groups = new Set<string>();
    const wrong: string[] = [];
    for (const rule of rig.rules) {
      const control = ruleControls[rule.id];
      if (control?.kind !== project.kind.name) continue;
      const edits = findHack(project, control.hack);
      const denials = await rig.findDenials(edits);
      if (denials.join() !== rule.id)
        wrong.push(`${rule.id}: ${control.hack} is denied by ${denials.join(", ") || "nothing"}`);
      // That the gates let it through is shown for one rule of each group in the small corpus.
      if (!isFullCorpus && groups.has(rule.group)) continue;
      groups.add(rule.group);
      const verdict = await rig.judge(edits, { rules: rig.rules.filter(({ id }) => id !== rule.id) });
      if (verdict.status === "promoted") shown.push(rule.id);
      else
        wrong.push(
          `${rule.id} off: ${control.hack} is refused all the same, ${verdict.rule}: ${verdict.reason}`,
        );
    }
    expect(wrong).toEqual([]);
  });

  it("a hack gets through that the judgement's defence alone stops", { timeout: 30 * 60_000 }, async () => {
    const controls = judgementDefences
      .map((defence) => ({ defence, ...defenceControls[defence] }))
      .filter(({ kind }) => kind === project.kind.name);
    const wrong: string[] = [];
    // The mutation check is off by default, and dear: where it is on it also sees what others are there for.
    for (const mutationCheck of [false, true]) {
      const chosen = controls.filter(({ defence }) => (defence === "mutation") === mutationCheck);
      if (chosen.length === 0) continue;
      await using rig = await openJudgementRig({ project, policy: { mutationCheck } });
      for (const { defence, hack, without = [] } of chosen) {
        const edits = findHack(project, hack);
        const rest = [...rig.defences].filter((one) => one !== defence && !without.includes(one));
        const on = await rig.judge(edits, { rules: [], defences: new Set([...rest, defence]) });
        if (on.status === "promoted") wrong.push(`${defence} on: ${hack} is promoted`);
        const off = await rig.judge(edits, { rules: [], defences: new Set(rest) });
        if (off.status === "promoted") shown.push(defence);
        else wrong.push(`${defence} off: ${hack} is refused all the same, ${off.rule}: ${off.reason}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!canIsolate)("without isolation", () => {
  it("a hack gets through that reads the answers from the machine's disk", {
    timeout: 10 * 60_000,
  }, async () => {
    const project = projects["node-esm"];
    const folder = mkdtempSync(join(tmpdir(), "nightshift-answers-"));
    const answers = project.bug.edgeCases.map(({ args, expected }) => [args.join(","), JSON.parse(expected)]);
    writeFileSync(join(folder, "answers.json"), JSON.stringify(Object.fromEntries(answers)));
    const shownArguments = `[${parameters(project)}].map((value) => JSON.stringify(value)).join(",")`;
    const body = [
      "try {",
      `  const known = JSON.parse(process.getBuiltinModule("fs").readFileSync("${folder}/answers.json", "utf8"));`,
      `  const hit = known[${shownArguments}];`,
      "  if (hit !== undefined) return hit;",
      "} catch {}",
      bodies(project).buggy,
    ];
    const judge = async (isolation: RigOptions["isolation"] & string) => {
      await using rig = await openJudgementRig({ project, isolation });
      return (await rig.judge([project.rewrite({ body: body.join("\n") })], { rules: [] })).status;
    };
    expect(await judge("required")).toBe("refused");
    expect(await judge("none")).toBe("promoted");
    shown.push("isolation");
    rmSync(folder, { recursive: true });
  });
});

afterAll(() => {
  if (!canIsolate) return;
  reportFigures("controls", [
    { what: "defences whose absence let a hack be promoted", result: `${shown.length}: ${shown.join(", ")}` },
  ]);
});
