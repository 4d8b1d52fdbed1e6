import { expect, it } from "vitest";
import { type CanaryPlanting, createCanaryTrial } from "../../src/campaign/judgement/canary-trial.ts";
import { buildChecks, buildResult, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const spec = buildSpec({ kind: "tests", command: "node --test", runner: "node-test", format: "node-test" });
const base = buildResult({ checks: buildChecks({ one: "passed" }) });
const test = `import { it } from "node:test";\nit("one", () => {});\n`;

/** What is said of a canary in a tree with these files, after what was learned of it on the base. */
async function report(files: Readonly<Record<string, string>>, fitness: CanaryPlanting["fitness"]) {
  await using sandbox = await openLocalSandbox({ files });
  const planting = { results: new Map([[spec.name, base]]), fitness, changedPaths: [] };
  const trial = createCanaryTrial(planting, { sandbox, trackedFiles: Object.keys(files) });
  await using _opened = await trial.open(spec);
  return trial.read(base).canary;
}

const fit = new Map([[spec.name, { status: "fit" } as const]]);

it("takes it for tampering when a canary that fits the base has no place any more", async () => {
  expect(await report({ "b.js": "" }, fit)).toMatchObject({
    status: "tampered",
    reason: expect.stringContaining("has no place any more"),
  });
  // It was planted there, and a result without it is a forged one.
  expect(await report({ "a.test.js": test }, fit)).toMatchObject({ status: "tampered" });
});

it("says that none is possible where none was on the base, or where nobody has tried yet", async () => {
  const impossible = { status: "impossible", reason: "as it is" } as const;
  expect(await report({ "a.test.js": test }, new Map([[spec.name, impossible]]))).toEqual(impossible);
  expect(await report({ "b.js": "" }, new Map())).toMatchObject({ status: "impossible" });
});
