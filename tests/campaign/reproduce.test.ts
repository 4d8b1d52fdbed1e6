import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Proposal } from "../../src/brain/brain.ts";
import type { EventOf } from "../../src/domain/events.ts";
import type { Reproduction } from "../../src/methods/method.ts";
import { editsOf, openReproductionRig, type ReproductionRig } from "../helpers/reproduction-rig.ts";

const price = `export function total(items) {
  let sum = 0;
  for (const item of items.slice(1)) sum += item.price;
  return sum;
}

export function word() {
  return wrod;
}
`;
const right = price.replace("items.slice(1)", "items");
const head = `import assert from "node:assert/strict";
import { it } from "node:test";
import { total, word } from "../src/price.mjs";

`;
const files = {
  "src/price.mjs": price,
  "src/late.mjs": "export const isLate = (hour) => hour > 22;\n",
  "test/price.test.mjs": `${head}it("is nothing without items", () => assert.equal(total([]), 0));
it.skip("is for later", () => {});
`,
  "test/late.test.mjs": `import assert from "node:assert/strict";
import { it } from "node:test";
import { isLate } from "../src/late.mjs";

it("is late at ten", () => assert.equal(isLate(22), true));
`,
  "package.json": `{ "name": "shop", "type": "module" }\n`,
  // Finds tabs, and what no parser would read.
  "lint.sh": `grep -rnE "$(printf '\\t')|^[)]]" src test | sed 's/^\\([^:]*\\):\\([0-9]*\\):.*/\\1:\\2:1: odd/' > out; cat out; test ! -s out`,
};
const command =
  "node --test --test-reporter={support}/node-test-reporter.mjs --test-reporter-destination={report}";
const config = `focus: [src/**]
gates:
  - { name: lint, kind: lint, command: sh lint.sh, format: line-column }
  - name: unit
    kind: tests
    command: "${command}"
    only: "${command} --test-name-pattern={namePattern} {file}"
    runner: node-test
    format: node-test
    report: "{report}"
`;
const path = "test/total.test.mjs";
const good = `${head}it("adds all prices", () => assert.equal(total([{ price: 2 }, { price: 3 }]), 5));\n`;
const id = JSON.stringify([path, "", "adds all prices"]);

type Red = Extract<Reproduction, { status: "red" }>;
let rig: ReproductionRig;
let red: Red;
let event: EventOf<"reproduction-judged"> | undefined;
beforeAll(async () => {
  rig = await openReproductionRig({ files, config });
  red = expectRed(await rig.reproduce({ [path]: good }));
  event = rig.lastEvent();
}, 60_000);
afterAll(() => rig[Symbol.asyncDispose]());

function expectRed(reproduction: Reproduction): Red {
  if (reproduction.status !== "red") throw new Error(reproduction.reason);
  return reproduction;
}

const proposal = (edits: Readonly<Record<string, string | null>>): Proposal => ({
  edits: editsOf(edits),
  summary: "add all prices",
  origin: "scripted",
});

describe("a test that is red on the base", () => {
  it("becomes the base: the item aims at it, nobody may edit it, and the journal says so", async () => {
    const { task, failures } = red;
    expect(failures).toMatchObject([{ id, title: "adds all prices" }]);
    expect(task.brainTask.item).toMatchObject({
      ...{
        id: "asked",
        kind: "issue",
        gate: "unit",
        title: "Totals are wrong",
        files: [path],
        targets: [id],
      },
      signature: "Totals are wrong with two items",
    });
    expect(task.brainTask.knownFailures.has(id)).toBe(true);
    expect(task.brainTask.editableFiles).toEqual(["src/late.mjs", "src/price.mjs"]);
    expect(await task.readBase(path)).toBe(good);
    expect(event).toMatchObject({ status: "red", files: [path], targets: [id] });
    expect(event?.diff).toContain('+it("adds all prices"');
    expect(event?.reason).toMatch(/^1 new test fails on the base/);
  });

  it("lies on no ref but those of sandboxes", async () => {
    const refs = await rig.rig.deps.git.listRefs("refs/");
    expect(refs.filter(({ ref }) => !/\/(main|sandbox\/.*)$/.test(ref))).toEqual([]);
  });

  it("is promoted together with the fix", async () => {
    const verdict = await red.task.judgeProposal(proposal({ "src/price.mjs": right }), 1);
    expect(verdict).toEqual({ status: "promote" });
    const { git } = rig.rig.deps;
    const tree = rig.trials.at(-1)?.candidate.tree ?? "";
    expect((await git.readFile(tree, path))?.toString()).toBe(good);
    expect(await git.changedPaths(rig.rig.position.tree, tree)).toEqual(["src/price.mjs", path]);
  });

  it.each([
    ["weakened", good.replace("total([{ price: 2 }, { price: 3 }]), 5", "5, 5")],
    ["deleted", null],
    ["skipped", good.replace("it(", "it.skip(")],
  ])("cannot be %s by the fix", async (_, content) => {
    const edits = { "src/price.mjs": right, [path]: content };
    expect((await red.task.judgeProposal(proposal(edits), 1)).status).toBe("refused");
  });

  it("may be thrown by the code under test, whatever the error", async () => {
    const content = `${head}it("says a word", () => assert.equal(word(), "word"));\n`;
    expectRed(await rig.reproduce({ "test/word.test.mjs": content }));
  });

  it("has to be mended in all of its tests, so that one that no fix can turn green promotes nothing", async () => {
    const never = `${good}it("fails whatever one does", () => assert(false));\n`;
    const { task } = expectRed(await rig.reproduce({ [path]: never }));
    expect(await task.judgeProposal(proposal({ "src/price.mjs": right }), 1)).toMatchObject({
      status: "reject",
      reason: expect.stringContaining("of the 2 tests written for the item 1 still fail"),
    });
  });

  it("stands beside the targets of an item that a gate found: both have to be mended", async () => {
    const found = await rig.openTask(rig.rig.item);
    const { task } = expectRed(await found.reproduce(editsOf({ [path]: good })));
    expect(task.brainTask.item).toMatchObject({
      ...{ kind: "failing-test", targets: rig.rig.item.targets, files: ["test/late.test.mjs", path] },
      evidence: [{ title: "is late at ten" }, { title: "adds all prices" }],
    });
    const late = { "src/late.mjs": "export const isLate = (hour) => hour >= 22;\n" };
    const judge = (edits: Record<string, string>) => task.judgeProposal(proposal(edits), 1);
    expect(await judge({ "src/price.mjs": right })).toMatchObject({
      status: "reject",
      reason: expect.stringContaining("none of the item's 1 targets is fixed"),
    });
    expect(await judge(late)).toMatchObject({
      status: "reject",
      reason: expect.stringContaining("of the 1 tests written for the item 1 still fail"),
    });
    expect(await judge({ ...late, "src/price.mjs": right })).toEqual({ status: "promote" });
  });
});

describe("a test is refused, with what to do about it, when it", () => {
  const random = `process.hrtime.bigint() % 3n === 0n`;
  const flaky = `it("adds", () => assert.equal(total([{ price: 1 }]), 1));
for (let n = 0; n < 40; n += 1) it(\`is \${n}\`, () => assert.ok(${random}));\n`;
  const writes = `import { writeFileSync } from "node:fs";
writeFileSync(new URL("../src/late.mjs", import.meta.url), "");\n`;
  const waits = `it("waits", { timeout: 50 }, () => new Promise((done) => setTimeout(done, 300)));\n`;
  const member = `import * as all from "../src/price.mjs";\nit("is", () => assert.equal(all.sum([]), 1));\n`;
  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ["passes on the base", { [path]: `${head}it("is", () => assert.equal(total([]), 0));\n` }, "pass on the"],
    ["does not parse", { [path]: `${head}it("is", () => {\n` }, "rule"],
    ["loads a module that is not there", { [path]: good.replace("price.mjs", "prize.mjs") }, "does not load"],
    [
      "names what it never declared",
      { [path]: `${head}it("is", () => assert.equal(totall([]), 1));\n` },
      "of its own",
    ],
    [
      "calls what the project does not offer",
      { [path]: `${head}${member}` },
      "name that the project does not",
    ],
    ["holds no test", { [path]: "export {};\n" }, "no test of theirs ran in unit"],
    ["takes too long", { [path]: `${head}${waits}` }, "too long"],
    ["is skipped", { [path]: good.replace("it(", "it.skip(") }, "rule"],
    ["is flaky", { [path]: `${head}${flaky}` }, "flaky"],
    ["edits an existing test", { "test/price.test.mjs": good }, "is there already"],
    ["deletes a test", { "test/price.test.mjs": null }, "cannot be deleted"],
    ["is no test by its name", { "src/total.mjs": good }, "not recognised as a test"],
    ["leaves the tree", { "../test/total.test.mjs": good }, "not recognised as a test"],
    ["leaves the tree from within", { "test/../../test/total.test.mjs": good }, "not recognised"],
    ["leaves the tree absolutely", { "/tmp/test/total.test.mjs": good }, "rule"],
    ["lies in git's folder", { ".git/hooks/total.test.mjs": good }, "rule"],
    ["has another's name in other letters", { "test/Price.test.mjs": good }, "rule"],
    ["is a set-up file of a runner", { "test/conftest.py": "import os\n" }, "rule"],
    ["is nothing", {}, "there is no test"],
    ["is too many", Object.fromEntries([1, 2, 3, 4].map((n) => [`test/n${n}.test.mjs`, good])), "too many"],
    ["is far too large", { [path]: `${good}// ${"x".repeat(3_000_000)}\n` }, "rule"],
    ["adds a finding of the linter", { [path]: `${good}\t\n` }, "gate lint is red with them"],
    ["writes into the tree", { [path]: `${good}${writes}` }, "writes files of the tree: src/late.mjs"],
  ])("%s", async (_, tests, reason) => {
    const reproduction = await rig.reproduce(tests);
    expect(reproduction).toMatchObject({ status: "refused", reason: expect.stringContaining(reason) });
    expect(rig.lastEvent()).toMatchObject({ status: "refused", targets: [], files: Object.keys(tests) });
    expect(rig.lastEvent()?.diff.length).toBeLessThan(17_000);
  });
});
