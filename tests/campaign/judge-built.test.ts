import { expect, it } from "vitest";
import { openJudgeRig } from "../helpers/judge-rig.ts";

const price = "export const double = (value) => value + value + 1;\n";
const right = price.replace(" + 1", "");
const test = (name: string, expected: string) => `import assert from "node:assert/strict";
import { it } from "node:test";
import { double } from "../dist/price.mjs";
import { name } from "../dist/name.mjs";

it("doubles", () => assert.equal(double(2), 4));
it("names ${name}", () => assert.equal(name, "${expected}"));
`;
const command =
  "node --test --test-reporter={support}/node-test-reporter.mjs --test-reporter-destination={report}";
const files = {
  "src/price.mjs": price,
  "src/name.mjs": `export const name = "night";\n`,
  "build.mjs": `import fs from "node:fs";\nif (fs.readFileSync("src/name.mjs", "utf8").includes("!")) process.exit(1);\nfs.cpSync("src", "dist", { recursive: true });\n`,
  "test/a.test.mjs": test("it", "night"),
  "package.json": `{ "type": "module" }\n`,
};
const gate = (name: string, before: string) => `
  - name: ${name}
    kind: tests
    command: "${command}"
    only: "${command} --test-name-pattern={namePattern} {file}"
    before: ["${before}"]
    runner: node-test
    format: node-test
    report: "{report}"`;

it("judges what is built, guards it while tests run, and says where coverage cannot be matched", async () => {
  const config = `focus: [src/**]\ngates:${gate("unit", "node build.mjs")}${gate("again", "node build.mjs all")}\n`;
  await using rig = await openJudgeRig({ files, config });
  const { judgement, notes } = await rig.judge({ "src/price.mjs": right });
  expect(judgement).toMatchObject({ status: "promote" });
  expect(notes).toMatchObject([{ rule: "coverage", reason: expect.stringContaining("not measured") }]);

  const mending = `import fs from "node:fs";\nfs.writeFileSync("dist/name.mjs", fs.readFileSync("dist/name.mjs"));\n${right}`;
  expect((await rig.judge({ "src/price.mjs": mending }, { off: ["canary"] })).judgement).toMatchObject({
    rule: "tampered",
    denials: [{ file: "dist/name.mjs" }],
  });

  const unbuildable = { "src/price.mjs": right, "src/name.mjs": `export const name = "night!";\n` };
  expect((await rig.judge(unbuildable)).judgement).toMatchObject({ status: "reject", rule: "error" });
}, 120_000);
