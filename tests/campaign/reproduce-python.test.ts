import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editsOf, openReproductionRig, type ReproductionRig } from "../helpers/reproduction-rig.ts";

const hasPytest = (() => {
  try {
    execFileSync("python3", ["-m", "pytest", "--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
if (!hasPytest) console.warn("skipped: python3 has no pytest");

const source = `def total(prices):
    result = 0
    for price in prices[1:]:
        result += price
    return result


def late(hour):
    return hour > 22


def cart():
    return prise
`;
const right = source.replace("prices[1:]", "prices");
const files = {
  "shop/__init__.py": "",
  "shop/price.py": source,
  "tests/test_late.py": "from shop.price import late\n\n\ndef test_late():\n    assert late(22)\n",
  "tests/test_nothing.py":
    "from shop.price import total\n\n\ndef test_nothing():\n    assert total([]) == 0\n",
};
const pytest = "python3 -m pytest -o junit_family=xunit1 --junitxml={report}";
const config = `focus: [shop/**]
gates:
  - name: unit
    kind: tests
    command: ${pytest}
    only: ${pytest} {file}
    runner: pytest
    format: pytest
    report: "{report}"
`;
const path = "tests/test_total.py";
const body = (code: string) => `from shop import price\n\n\ndef test_total():\n    ${code}\n`;

describe.skipIf(!hasPytest)("tests that are written for an item, under pytest", () => {
  let rig: ReproductionRig;
  beforeAll(async () => {
    rig = await openReproductionRig({ files, config });
  }, 60_000);
  afterAll(() => rig?.[Symbol.asyncDispose]());

  it("are promoted with the fix where they are red on the base", async () => {
    const red = await rig.reproduce({ [path]: body("assert price.total([2, 3]) == 5") });
    if (red.status !== "red") throw new Error(red.reason);
    expect(red.failures).toMatchObject([{ title: "test_total" }]);
    const fix = { edits: editsOf({ "shop/price.py": right }), summary: "add all", origin: "scripted" };
    expect(await red.task.judgeProposal(fix, 1)).toEqual({ status: "promote" });
    const thrown = await rig.reproduce({ [path]: body("assert price.cart() == []") });
    expect(thrown.status).toBe("red");
  });

  it.each([
    ["pass on the base", body("assert price.total([]) == 0"), "pass on the base"],
    [
      "do not load",
      body("pass").replace("from shop import price", "from shop import prices"),
      "does not load",
    ],
    ["do not load what they need while they run", body("import shop.cart"), "loads what is not there"],
    ["name what they never declared", body("assert total([2, 3]) == 5"), "a fault of its own"],
    [
      "use what the module does not have",
      body("assert price.sum([2, 3]) == 5"),
      "a name that the project does not",
    ],
    [
      "ask for a fixture that is not there",
      body("assert shop").replace("()", "(shop)"),
      "a fixture that is not there",
    ],
  ])("are refused where they %s", async (_, content, reason) => {
    expect(await rig.reproduce({ [path]: content })).toMatchObject({
      status: "refused",
      reason: expect.stringContaining(reason),
    });
  });
});
