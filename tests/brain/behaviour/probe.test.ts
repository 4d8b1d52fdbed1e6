import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planProbe } from "../../../src/brain/behaviour/plan-probe.ts";
import { runProbe } from "../../../src/brain/behaviour/run-probe.ts";
import { createRandom } from "../../../src/domain/create-random.ts";
import type { GateSpec } from "../../../src/domain/gate.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { openSandboxRig } from "../../helpers/sandbox-rig.ts";

const gate: GateSpec = {
  ...{ name: "tests", kind: "tests", command: ["node", "--test"], before: [], cwd: ".", env: {} },
  ...{ network: "none", timeoutMs: 30_000, isRequired: true, order: 1 },
};
const signal = new AbortController().signal;
const parser = createSourceParser();

/** What the functions of one file do with these arguments. */
async function probe(
  path: string,
  text: string,
  calls: Readonly<Record<string, readonly unknown[][]>>,
  files = {},
  loadMs = 10_000,
) {
  await using sandbox = await openLocalSandbox({ files: { [path]: text, ...files } });
  const runtime = path.endsWith(".py") ? ("python" as const) : ("node" as const);
  const targets = Object.entries(calls).map(([name, inputs]) => ({
    path,
    name,
    runtime,
    inputs: inputs as never,
  }));
  return await runProbe({ status: "planned", targets, known: 0 }, { sandbox, gate, signal, loadMs });
}

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"]);
    return true;
  } catch {
    console.warn("skipped: there is no python3. Install Python to compare candidates in it.");
    return false;
  }
})();

describe("runProbe with Node", () => {
  it("says what functions return, throw, resolve to and leave behind", async () => {
    const text = `export const add = (a, b) => a + b;
export function fail() { throw new RangeError("no"); }
export async function later(a) { return { b: 1, a }; }
export function sort(list) { return list.sort(); }
export function* count() { for (let n = 0; ; n += 1) yield n; }
export const special = (...all) => all;
export const random = () => Math.random();
export default (a) => new Map([[a, new Set([a])]]);
process.stdout.write("noise");
`;
    const undefinedValue = { $nightshift: "undefined" };
    const outcome = await probe("src/a.mjs", text, {
      add: [
        [1, 2],
        ["a", "b"],
      ],
      fail: [[]],
      later: [[2]],
      sort: [[[2, 1]]],
      count: [[]],
      special: [[undefinedValue, { $nightshift: "NaN" }, { $nightshift: "-0" }, null]],
      random: [[]],
      default: [["x"]],
      missing: [[], []],
    });
    expect(outcome).toMatchObject({
      status: "probed",
      behaviours: [
        "returns 3",
        'returns "ab"',
        "throws RangeError",
        'resolves to {"a": 2, "b": 1}',
        "returns [1, 2], leaves [[1, 2]]",
        expect.stringMatching(/^returns steps\(0, 1, .*49, …\)$/),
        "returns [undefined, NaN, -0, null]",
        "unstable",
        'returns Map(["x", Set("x")])',
        "unloadable: missing is no function",
        "unloadable: missing is no function",
      ],
    });
  });

  it("goes on after calls that never end, exit or crash, and keeps what they print out of the answer", async () => {
    const text = `export function f(how) {
  if (how === 1) for (;;);
  if (how === 2) process.exit(3);
  if (how === 3) return new Promise(() => setInterval(() => {}, 1000));
  if (how === 4) { queueMicrotask(() => { throw new TypeError("later"); }); return new Promise(() => {}); }
  console.log("x".repeat(100_000));
  return how;
}
`;
    const outcome = await probe("src/a.mjs", text, { f: [[0], [1], [2], [3], [4], [5]] });
    expect(outcome).toMatchObject({
      behaviours: ["returns 0", "times-out", "exits", "times-out", "ends with TypeError", "returns 5"],
    });
  });

  it("cuts what is huge, circular or deep", async () => {
    const text = `export const huge = (n) => "x".repeat(n);
export const circle = () => { const a = {}; a.a = a; return a; };
export const deep = () => { let a = 1; for (let n = 0; n < 99; n += 1) a = [a]; return a; };
`;
    const outcome = await probe("a.mjs", text, { huge: [[50_000], [50_001]], circle: [[]], deep: [[]] });
    if (outcome.status !== "probed") throw new Error(outcome.reason);
    const [one, other, circle, deep] = outcome.behaviours;
    expect(one).toMatch(/^returns "x+… [\da-f]{64}$/);
    expect(one).not.toBe(other);
    expect(circle).toBe('returns {"a": [circular]}');
    expect(deep).toBe("returns [[[[[[[deep]]]]]]]");
  });

  it("loads CommonJS, and TypeScript that names its neighbours as bundlers do", async () => {
    const script = await probe("a.cjs", "exports.f = (a) => a * 2;\n", { f: [[4]] });
    expect(script).toMatchObject({ behaviours: ["returns 8"] });
    const typed = await probe(
      "a.ts",
      'import { g } from "./b.js";\nimport { h } from "./c";\nexport const f = (a: number): number => g(a) + h;\n',
      { f: [[4]] },
      {
        "package.json": '{"type":"module"}',
        "b.ts": "export const g = (a: number) => a + 1;\n",
        "c.ts": "export const h = 10;\n",
      },
    );
    expect(typed).toMatchObject({ behaviours: ["returns 15"] });
  });

  it("gives no behaviour for a module that does not load, or never does", async () => {
    const unloadable = await probe("a.mjs", 'import "not-there";\nexport const f = () => 1;\n', { f: [[]] });
    expect(unloadable).toEqual({ status: "not-probed", reason: "unloadable: Error" });
    const endless = await probe("a.mjs", "for (;;);\nexport const f = () => 1;\n", { f: [[]] }, {}, 500);
    expect(endless).toEqual({ status: "not-probed", reason: "times-out" });
  });
});

describe.skipIf(!hasPython)("runProbe with Python", () => {
  it("says what functions return, raise, resolve to and leave behind, and goes on after what does not end", async () => {
    const text = `import random
from . import helper

def add(a, b=1): return a + b + helper.ZERO
def fail(): raise KeyError("no")
async def later(a): return {"b": 1, "a": (a, None, True)}
def sort(values): values.sort()
def count():
    n = 0
    while True:
        yield n
        n += 1
def chance(): return random.random()
def hang():
    while True:
        try:
            while True: pass
        except Exception: pass
def leave(): raise SystemExit(3)
class Point:
    def __init__(self, x): self.x = x
print("noise")
`;
    const outcome = await probe(
      "pkg/a.py",
      text,
      {
        ...{
          add: [
            [1, 2],
            ["a", "b"],
          ],
          fail: [[]],
          later: [[2]],
          sort: [[[2, 1]]],
          count: [[]],
        },
        ...{ chance: [[]], hang: [[]], leave: [[]], Point: [[1.5]], missing: [[]] },
      },
      { "pkg/__init__.py": "", "pkg/helper.py": "ZERO = 0\n" },
    );
    expect(outcome).toMatchObject({
      status: "probed",
      behaviours: [
        "returns 3",
        "throws TypeError",
        "throws KeyError",
        'resolves to {"a": (2, None, True), "b": 1}',
        "returns None, leaves [[1, 2]]",
        expect.stringMatching(/^returns \[0, 1, .*49\]$/),
        "unstable",
        "times-out",
        "throws SystemExit",
        'returns Point{"x": 1.5}',
        "unloadable: AttributeError",
      ],
    });
  });

  it("gives no behaviour for a module that ends the process", async () => {
    const outcome = await probe("a.py", "import os\nos._exit(1)\n", { f: [[]] });
    expect(outcome).toMatchObject({
      status: "not-probed",
      reason: expect.stringContaining("gave no answer"),
    });
  });
});

describe.skipIf(!(await isBubblewrapHere()))("runProbe under isolation", () => {
  it("calls what the sandbox holds, and reaches nothing else", async () => {
    const text = `import { readFileSync, writeFileSync } from "node:fs";
export const f = (a) => a + 1;
export const read = (path) => readFileSync(path, "utf8");
export const write = (path) => writeFileSync(path, "x");
`;
    await using rig = await openSandboxRig({
      files: { "src/a.mjs": text, "src/b.py": "def g(a): return a * 2\n" },
    });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const target = { path: "src/a.mjs", runtime: "node" } as const;
    const targets = [
      { ...target, name: "f", inputs: [[1]] },
      { ...target, name: "read", inputs: [[join(rig.stateRoot, "secret")]] },
      { ...target, name: "write", inputs: [["/usr/x"]] },
      ...(hasPython ? [{ path: "src/b.py", runtime: "python" as const, name: "g", inputs: [[4]] }] : []),
    ];
    await writeFile(join(rig.stateRoot, "secret"), "s3cr3t");
    const outcome = await runProbe({ status: "planned", targets, known: 0 }, { sandbox, gate, signal });
    expect(outcome).toMatchObject({
      behaviours: ["returns 2", "throws Error", "throws Error", ...(hasPython ? ["returns 8"] : [])],
    });
  });
});

describe("planProbe", () => {
  const base =
    "const inner = (a) => a;\nexport const f = (a, b) => inner(a) + b;\nexport function g(list) { return list; }\nexport class C { m() {} }\n";
  const edit = {
    path: "a.js",
    mode: "100644" as const,
    content: base.replace("return list", "return [...list]"),
  };
  const test =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    'f(1, 2);\na.f(1, 2);\nf(-3.5, "x\\n\\u00e9");\nf(x, 1);\ng([{ k: null }, undefined]);\nf(`t`, `${x}`);\n';
  const plan = (candidates = [[edit]], seed = 1) =>
    planProbe(
      { candidates, tests: [{ path: "a.test.js", text: test }] },
      { parser, readBase: async (path) => (path === "a.js" ? base : null), random: createRandom(seed) },
    );

  it("takes exported functions of changed files, the changed one first, and arguments from the tests", async () => {
    const planned = await plan();
    if (planned.status !== "planned") throw new Error(planned.reason);
    expect(planned.targets.map(({ name }) => name)).toEqual(["g", "f"]);
    expect(planned.known).toBe(3);
    const [g, f] = planned.targets;
    expect(g?.inputs[0]).toEqual([[{ k: null }, { $nightshift: "undefined" }]]);
    expect(f?.inputs.slice(0, 2)).toEqual([
      [1, 2],
      [-3.5, "x\né"],
    ]);
    expect(f?.inputs).toHaveLength(24);
    for (const [a, b] of f?.inputs ?? []) {
      expect(typeof a).toBe("number");
      expect(["number", "string"]).toContain(typeof b);
    }
  });

  it("gives the same plan under the same seed, and another one under another seed", async () => {
    expect(await plan()).toEqual(await plan());
    expect(await plan([[edit]], 2)).not.toEqual(await plan());
  });

  it.each([
    ["a new file", [[{ ...edit, path: "new.js" }]]],
    ["a file without a grammar", [[{ ...edit, path: "a.rb" }]]],
  ])("plans nothing for %s", async (_title, candidates) => {
    expect(await plan(candidates)).toMatchObject({ status: "not-planned" });
  });
});
