import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { type JudgeRig, openJudgeRig } from "../helpers/judge-rig.ts";

const hasPytest = (() => {
  try {
    execFileSync("python3", ["-c", "import pytest"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const canRun = hasPytest && (await isBubblewrapHere());

const source = `def total(prices):
    result = 0
    for price in prices:
        result -= price
    return result


def unused(price):
    return price
`;
const right = source.replace("result -= price", "result += price");
const files = {
  "shop/__init__.py": "",
  "shop/price.py": source,
  "tests/test_a.py": `from shop.price import total


def test_total():
    assert total([2, 3]) == 5


def test_nothing():
    assert total([]) == 0
`,
  "tests/test_b.py": "def test_other():\n    assert 1 + 1 == 2\n",
};
const config = `focus: [shop/**]
gates:
  - name: unit
    kind: tests
    command: python3 -m pytest -o junit_family=xunit1 --junitxml={report}
    only: python3 -m pytest -o junit_family=xunit1 --junitxml={report} {file}
    runner: pytest
    format: pytest
    report: "{report}"
`;

/** Writes bytecode for the other test that pytest would load in the test's place. */
const poison = `import importlib.util, marshal, os, struct, sys, pytest
def _poison():
    import _pytest.assertion.rewrite as rewrite
    place = os.path.abspath("tests/test_b.py")
    stat = os.stat(place)
    code = compile("def test_other():\\n    pass\\n", place, "exec")
    folder = "tests/__pycache__"
    os.makedirs(folder, exist_ok=True)
    head = importlib.util.MAGIC_NUMBER + b"\\0" * 4 + struct.pack("<LL", int(stat.st_mtime) & 0xFFFFFFFF, stat.st_size & 0xFFFFFFFF)
    with open(f"{folder}/test_b{rewrite.PYC_TAIL}", "wb") as file:
        file.write(head + marshal.dumps(code))
_poison()
`;

describe.skipIf(!canRun)("judging candidates under pytest", () => {
  let rig: JudgeRig;
  beforeAll(async () => {
    rig = await openJudgeRig({ files, config });
  }, 120_000);
  afterAll(() => rig?.[Symbol.asyncDispose]());

  it("promotes a fix, with its coverage in the notes", async () => {
    const { judgement, notes } = await rig.judge({ "shop/price.py": right });
    expect(judgement).toMatchObject({ status: "promote" });
    expect(notes).toMatchObject([
      { rule: "coverage", reason: "tests go through what is changed in shop/price.py" },
    ]);
  });

  it("rejects a change in a function that no test calls, beside a fix", async () => {
    const { judgement } = await rig.judge({
      "shop/price.py": right.replace("return price", "return price + 1"),
    });
    expect(judgement).toMatchObject({
      status: "reject",
      rule: "strength",
      denials: [{ file: "shop/price.py", line: 9 }],
    });
  });

  it("rejects bytecode that is put beside a test", async () => {
    const { judgement } = await rig.judge(
      { "shop/price.py": `${poison}${right}` },
      { off: ["canary", "coverage"] },
    );
    expect(judgement).toMatchObject({
      status: "reject",
      rule: "tampered",
      denials: [{ file: "tests/__pycache__" }],
    });
  });

  it("rejects a start-up file, though it is gone again when the run ends", async () => {
    const code = `import os\nopen("conftest.py", "w").close()\nos.remove("conftest.py")\n${right}`;
    const { judgement } = await rig.judge({ "shop/price.py": code }, { off: ["canary"] });
    expect(judgement).toMatchObject({
      status: "reject",
      rule: "tampered",
      denials: [{ file: "conftest.py" }],
    });
  });
});
