import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import type { GitRepository } from "../../helpers/git-repository.ts";
import { openSumProject, sum } from "../../helpers/sum-project.ts";
import { openVerifyRig, type VerifyRig } from "../../helpers/verify-rig.ts";

const canIsolate = await isBubblewrapHere();
const { right, wrong, test, testPath } = sum;
const green = `say "is there" "$(sum 1 2 >/dev/null 2>&1; echo yes)" yes\n`;

let repository: GitRepository;
let rig: VerifyRig;
beforeAll(async () => {
  if (!canIsolate) return;
  repository = openSumProject();
  rig = await openVerifyRig(repository);
}, 60_000);
afterAll(async () => {
  await rig?.[Symbol.asyncDispose]();
  repository?.[Symbol.dispose]();
});

const judge = async (edits: Readonly<Record<string, string | null>>) => {
  const [promotion] = await rig.judge({ fixes: [{ item: "asked", kind: "issue", edits }] });
  return promotion;
};

describe.skipIf(!canIsolate)("a promotion for what a person asked for", () => {
  it("is verified where its new test is red on the tree before it and green with the fix", async () => {
    const promotion = await judge({ "src/sum.sh": right, [testPath]: test });
    expect(promotion).toMatchObject({
      status: "verified",
      gates: [{ gate: "checks", status: "green", fixed: ['["","","adds all numbers"]'] }],
    });
    expect(promotion?.aloneTree).toBe(promotion?.tree);
  });

  it.each([
    ["there is no test", { "src/sum.sh": right }, "there is no test"],
    ["its test passes without the fix", { "src/sum.sh": right, [testPath]: green }, "pass on the base"],
    ["its test still fails", { "src/sum.sh": `# later\n${wrong}`, [testPath]: test }, "still fail"],
    [
      "it changes a test that is there",
      { "src/sum.sh": right, [testPath]: test, "test/kept.test.sh": `say "is kept" yes yes\n` },
      "policy: ",
    ],
  ])("is dropped where %s", async (_, edits, reason) => {
    expect(await judge(edits)).toMatchObject({ status: "dropped", reason: expect.stringContaining(reason) });
  });
});
