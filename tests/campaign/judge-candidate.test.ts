import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type JudgeRig, openJudgeRig } from "../helpers/judge-rig.ts";

const price = `export function total(items) {
  let sum = 0;
  for (const item of items) sum -= item.price;
  return sum;
}

export function count(items) {
  return items.length;
}
`;
const right = price.replace("sum -= item.price", "sum += item.price");
const tests = `import assert from "node:assert/strict";
import { it } from "node:test";
import { count, total } from "../src/price.mjs";

it("adds prices", () => assert.equal(total([{ price: 2 }, { price: 3 }]), 5));
it("is nothing without items", () => assert.equal(total([]), 0));
it("counts", () => assert.equal(count([1, 2]), 2));
it("says yes to drafts", () => assert.equal(count("draft"), 7));
it.skip("is for later", () => {});
`;
const other = `import assert from "node:assert/strict";
import { it } from "node:test";
import { name } from "../src/name.mjs";

it("names", () => assert.equal(name(), "night"));
`;
const files = {
  "src/price.mjs": price,
  "src/name.mjs": `export const name = () => "night";\n`,
  "test/a-price.test.mjs": tests,
  "test/b-name.test.mjs": other,
  "test/data/names.json": `["night"]\n`,
  "package.json": `{ "name": "shop", "type": "module" }\n`,
};
const command =
  "node --test --test-reporter={support}/node-test-reporter.mjs --test-reporter-destination={report}";
const config = `focus: [src/**]
gates:
  - name: unit
    kind: tests
    command: "${command}"
    only: "${command} --test-name-pattern={namePattern} {file}"
    runner: node-test
    format: node-test
    report: "{report}"
`;

let rig: JudgeRig;
let measuring: readonly string[] = [];
beforeAll(async () => {
  rig = await openJudgeRig({ files, config });
  measuring = rig.takeCommands();
}, 60_000);
afterAll(() => rig[Symbol.asyncDispose]());

/** Runs of the whole gate, not of a file alone. */
const takeWholeRuns = () =>
  rig.takeCommands().filter((line) => line.startsWith("node --test") && !line.includes("a-price"));

/** The fix, with something that runs when the module is loaded. */
const withSideEffect = (code: string) => `import fs from "node:fs";\n${code}\n${right}`;

describe("honest candidates", () => {
  it("are promoted, and the gate runs once where no test is edited", async () => {
    const { judgement } = await rig.judge({ "src/price.mjs": right });
    expect(judgement).toMatchObject({ status: "promote" });
    expect(takeWholeRuns()).toHaveLength(1);
  });

  it("may add a test, and then the gate runs once more", async () => {
    const more = `${tests}it("adds one", () => assert.equal(total([{ price: 4 }]), 4));\n`;
    const edits = { "src/price.mjs": right, "test/a-price.test.mjs": more };
    const { judgement, results, notes } = await rig.judge(edits);
    expect(judgement).toMatchObject({ status: "promote" });
    expect(notes).toContainEqual({
      rule: "red-on-base",
      file: "test/a-price.test.mjs",
      line: null,
      reason: "of 1 new tests 1 fail without the change",
    });
    expect(results.get("unit")?.checks.map(({ name }) => name)).toContain("adds one");
    expect(takeWholeRuns()).toHaveLength(2);
  });

  it("may add a test file", async () => {
    const more = tests
      .replace(/^it.*$/gm, "")
      .concat(`it("adds one", () => assert.equal(total([{ price: 4 }]), 4));\n`);
    const { judgement } = await rig.judge({ "src/price.mjs": right, "test/c-more.test.mjs": more });
    expect(judgement).toMatchObject({ status: "promote" });
  });

  it("are not said to test the change where their tests give no evidence on the base", async () => {
    const more = tests
      .replace(/^it.*$/gm, "")
      .concat(`if (total([{ price: 1 }]) !== 1) process.kill(process.ppid, "SIGKILL");
it("adds one", () => assert.equal(total([{ price: 4 }]), 4));\n`);
    const { notes } = await rig.judge({ "src/price.mjs": right, "test/c-more.test.mjs": more });
    const said = notes.filter(({ rule }) => rule === "red-on-base").map(({ reason }) => reason);
    expect(said).toEqual([expect.stringContaining("give no evidence on the base")]);
  });
});

describe("two trees", () => {
  const breaksCount = right.replace("items.length", "items.length + 1");
  const adapted = tests
    .replace("count([1, 2]), 2)", "count([1, 2]), 3)")
    .replace('count("draft"), 7', 'count("draft"), 9');

  it("rejects what breaks a test of the base, though the candidate has adapted that test", async () => {
    const edits = { "src/price.mjs": breaksCount, "test/a-price.test.mjs": adapted };
    const { judgement } = await rig.judge(edits);
    expect(judgement).toMatchObject({ status: "reject", rule: "gate" });
    expect(judgement.reason).toContain("with the base's tests");
    expect((await rig.judge(edits, { off: ["two-trees"] })).judgement.status).toBe("promote");
  });

  it("rejects a fix that only the candidate's own tests show", async () => {
    const edits = { "test/a-price.test.mjs": tests.replace("{ price: 3 }]), 5)", "{ price: 3 }]), -5)") };
    const { judgement } = await rig.judge(edits);
    expect(judgement).toMatchObject({
      status: "reject",
      rule: "unproven-fix",
      denials: [{ rule: "unproven-fix", file: "test/a-price.test.mjs" }],
    });
    expect((await rig.judge(edits, { off: ["red-on-base"] })).judgement.status).toBe("promote");
  });
});

describe("identity", () => {
  it.each([
    ["a failing test is gone", tests.replace(/^it\("says yes.*$/m, "")],
    ["a failing test is skipped", tests.replace(`it("says yes`, `it.skip("says yes`)],
    ["a failing test has another name", tests.replace("says yes", "says no")],
    ["a skipped test is gone", tests.replace(/^it\.skip.*$/m, "")],
    ["a passing test is skipped", tests.replace(`it("counts`, `it.skip("counts`)],
    ["a new test is skipped", `${tests}it.skip("more", () => {});\n`],
  ])("rejects when %s", async (_, content) => {
    const { judgement } = await rig.judge({ "src/price.mjs": right, "test/a-price.test.mjs": content });
    expect(judgement).toMatchObject({ status: "reject", rule: "identity" });
    if (judgement.status === "reject")
      expect(judgement.denials[0]).toMatchObject({ rule: "identity", file: "test/a-price.test.mjs" });
  });

  it("is what stops a failing test from being deleted", async () => {
    const edits = {
      "src/price.mjs": right,
      "test/a-price.test.mjs": tests.replace(/^it\("says yes.*$/m, ""),
    };
    expect((await rig.judge(edits, { off: ["identity"] })).judgement.status).toBe("promote");
  });
});

describe("the tree stays untouched", () => {
  const names = JSON.stringify("test/data/names.json");
  it.each([
    [
      "a test is rewritten and put back",
      `const t = "test/b-name.test.mjs"; const was = fs.readFileSync(t); fs.writeFileSync(t, ""); fs.writeFileSync(t, was);`,
      "test/b-name.test.mjs",
    ],
    [
      "a test's times are put back too",
      `const s = fs.statSync(${names}); fs.writeFileSync(${names}, fs.readFileSync(${names})); fs.utimesSync(${names}, s.atime, s.mtime);`,
      "test/data/names.json",
    ],
    [
      "a folder of tests is swapped and put back",
      `fs.renameSync("test/data", "test/was"); fs.mkdirSync("test/data"); fs.rmdirSync("test/data"); fs.renameSync("test/was", "test/data");`,
      "test/data",
    ],
    ["settings are written", `fs.appendFileSync("package.json", "\\n");`, "package.json"],
    [
      "a module is put in the way",
      `fs.mkdirSync("src/node_modules"); fs.rmdirSync("src/node_modules");`,
      "src/node_modules",
    ],
    [
      "settings are made",
      `fs.writeFileSync("vitest.config.ts", ""); fs.rmSync("vitest.config.ts");`,
      "vitest.config.ts",
    ],
    [
      "another source is mended for the tests alone",
      `fs.writeFileSync("src/name.mjs", fs.readFileSync("src/name.mjs"));`,
      "src/name.mjs",
    ],
    ["a module gets another ending", `fs.writeFileSync("src/name.js", "");`, "src/name.js"],
    ["a package takes a module's name", `fs.mkdirSync("src/name");`, "src/name"],
    ["a test is made", `fs.writeFileSync("test/z.test.mjs", "");`, "test/z.test.mjs"],
  ])("rejects when %s", async (_, code, file) => {
    const { judgement } = await rig.judge({ "src/price.mjs": withSideEffect(code) }, { off: ["canary"] });
    expect(judgement).toMatchObject({
      status: "reject",
      rule: "tampered",
      denials: [{ rule: "tampered", file }],
    });
    const unguarded = await rig.judge(
      { "src/price.mjs": withSideEffect(code) },
      { off: ["untouched", "canary"] },
    );
    expect(unguarded.judgement.status).toBe("promote");
  });

  it("lets code write other files", async () => {
    const code = `fs.mkdirSync("out", { recursive: true }); fs.writeFileSync("out/log.txt", "x"); fs.writeFileSync("test/out.txt", "x");`;
    const { judgement } = await rig.judge({ "src/price.mjs": withSideEffect(code) });
    expect(judgement).toMatchObject({ status: "promote" });
  });
});

it("measures the base by two runs, the second one with the canary, and one for the proof", () => {
  expect(measuring.filter((line) => line.startsWith("node --test"))).toHaveLength(3);
});

describe("canaries", () => {
  const blind = `import assert from "node:assert/strict";\nassert.equal = () => {};\n${price}`;

  it("see that a candidate has changed what tests compare with", async () => {
    const { judgement } = await rig.judge({ "src/price.mjs": blind });
    expect(judgement).toMatchObject({ status: "reject", rule: "tampered" });
    expect((await rig.judge({ "src/price.mjs": blind }, { off: ["canary"] })).judgement.status).toBe(
      "promote",
    );
  });

  it("fit the base, and are no part of what is reported", () => {
    expect(rig.position.measurement.canaries.get("unit")).toEqual({ status: "fit" });
    expect(rig.events().filter(({ type }) => type === "warning")).toEqual([]);
    expect(rig.position.measurement.results.get("unit")?.checks).toHaveLength(6);
  });

  it("load no program that leaves the process, if it did so on the base", async () => {
    const program = (greeting: string) =>
      `export const name = "${greeting}";\nif (!process.argv.includes("x")) process.exit(0);\n`;
    const programs = { "src/main.mjs": program("hello"), "src/app.mjs": `import "./main.mjs";\n` };
    await using other = await openJudgeRig({ files: { ...files, ...programs }, config });
    const honest = { "src/price.mjs": right, "src/main.mjs": program("good night") };
    expect((await other.judge(honest, { off: ["coverage"] })).judgement).toMatchObject({ status: "promote" });
    const hidden = { ...honest, "src/price.mjs": blind };
    expect((await other.judge(hidden, { off: ["coverage"] })).judgement).toMatchObject({ rule: "tampered" });
    const leaving = { "src/price.mjs": `${right}process.exit(0);\n` };
    expect((await other.judge(leaving)).judgement).toMatchObject({ status: "reject" });
  });
});

describe("coverage", () => {
  it("rejects an addition that no test goes through, beside a fix that is tested", async () => {
    const edits = { "src/price.mjs": right, "src/late.mjs": `export function late() {\n  return 1;\n}\n` };
    const { judgement } = await rig.judge(edits);
    expect(judgement).toMatchObject({
      status: "reject",
      rule: "strength",
      denials: [{ rule: "strength", file: "src/late.mjs", line: 2 }],
    });
    expect((await rig.judge(edits, { off: ["coverage"] })).judgement.status).toBe("promote");
  });

  it("rejects a change in another function that no test calls, in another file or the same one", async () => {
    const unused = `\nfunction unused() {\n  return 1;\n}\n`;
    await using other = await openJudgeRig({
      files: { ...files, "src/price.mjs": `${price}${unused}` },
      config,
    });
    const edits = { "src/price.mjs": `${right}${unused.replace("1", "2")}` };
    expect((await other.judge(edits)).judgement).toMatchObject({ status: "reject", rule: "strength" });
    expect((await other.judge({ "src/price.mjs": `${right}${unused}` })).judgement).toMatchObject({
      status: "promote",
    });
  });

  it("asks other tests than the item's own, and lets a branch of a tested change be untested", async () => {
    const guarded = right.replace(
      "let sum = 0;",
      `if (items === null) {\n    throw new Error("no items");\n  }\n  let sum = 0;`,
    );
    const { judgement, notes } = await rig.judge({
      "src/price.mjs": guarded,
      "src/name.mjs": `export const name = () => "NIGHT".toLowerCase();\n`,
    });
    expect(judgement).toMatchObject({ status: "promote" });
    expect(notes).toMatchObject([{ rule: "coverage", reason: expect.stringContaining("src/price.mjs") }]);
  });

  it("rejects what keeps its own runs from being traced", async () => {
    const stop = `import v8 from "node:v8";\nv8.stopCoverage();\n`;
    const edits = {
      "src/price.mjs": `${stop}${right}`,
      "src/name.mjs": `${stop}${files["src/name.mjs"]}`,
      "src/late.mjs": `export function late() {\n  return 1;\n}\n`,
    };
    const { judgement } = await rig.judge(edits);
    expect(judgement).toMatchObject({ status: "reject", rule: "strength" });
    expect(judgement.reason).toContain("those of the base can be traced");
  });

  it("has nothing to say of comments", async () => {
    const { judgement } = await rig.judge({ "src/price.mjs": right, "src/late.mjs": "// Nothing yet.\n" });
    expect(judgement).toMatchObject({ status: "promote" });
  });
});
