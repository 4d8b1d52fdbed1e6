import { execFileSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { SeenState } from "../../../src/operators/clues.ts";
import { collectNames } from "../../../src/operators/names.ts";
import { type Note, planObservation } from "../../../src/operators/synthesis/plan-observation.ts";
import { textOf } from "../../../src/syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../../src/syntax/syntax-node.ts";
import { parse } from "../mend.ts";

const script = `function sum(xs, limit) {
  "use strict";
  let total = 0;
  let i = 0;
  while (i < xs.length) {
    total += xs[i];
    i++;
  }
  if (total > limit) return limit;
  return total;
}
`;
const python = `def sum_of(xs, limit):
    """doc"""
    total = 0
    i = 0
    while i < len(xs):
        total += xs[i]
        i += 1
    if total > limit:
        return limit
    return total
`;

/** Runs the observed file, each call as a test of its own, and finds the states of the statement that starts so. */
async function observe(path: string, text: string, calls: readonly string[], failing: readonly string[]) {
  const source = await parse(path, text);
  const plan = planObservation(source, collectNames(source), () => true);
  if (plan === null) throw new Error("nothing to observe");
  await parse(path, plan.text);
  const noted = path.endsWith(".py") ? runPython(plan.text, calls) : runScript(plan.text, calls);
  const read = plan.read(noted, new Set(failing));
  const again = await parse(path, text);
  return (start: string): readonly SeenState[] => {
    const isWanted = (node: SyntaxNode) =>
      /statement$/.test(node.type) && textOf(node, again).startsWith(start);
    const node = [...walkTree(again.root)].find(isWanted);
    if (node === undefined) throw new Error(`no statement starts with ${start}`);
    return read(node);
  };
}

function runScript(text: string, calls: readonly string[]): ReadonlyMap<string, readonly Note[]> {
  const noted = new Map<string, Note[]>();
  for (const test of calls) {
    const note = (id: string, value: unknown) => {
      noted.set(id, [...(noted.get(id) ?? []), { test, type: typeof value, text: JSON.stringify(value) }]);
      return value;
    };
    runInNewContext(`${text}\n${test}`, { __nightshift_note: note });
  }
  return noted;
}

function runPython(text: string, calls: readonly string[]): ReadonlyMap<string, readonly Note[]> {
  const program = `
import builtins, json
notes = []
test = None
def note(id, value):
    notes.append([id, {"test": test, "type": type(value).__name__, "text": json.dumps(value)}])
    return value
builtins.__nightshift_note = note
exec(${JSON.stringify(text)}, globals())
for test in ${JSON.stringify(calls)}:
    eval(test)
print(json.dumps(notes))
`;
  const rows: readonly [string, Note][] = JSON.parse(
    execFileSync("python3", ["-c", program], { encoding: "utf8" }),
  );
  const noted = new Map<string, Note[]>();
  for (const [id, value] of rows) noted.set(id, [...(noted.get(id) ?? []), value]);
  return noted;
}

const at = ({ values }: SeenState, ...names: readonly string[]) =>
  names.map((name) => values.get(name)?.text);

describe("planObservation", () => {
  it("notes what is in scope before a statement, test by test", async () => {
    const stateOf = await observe("a.js", script, ["sum([1, 2], 9)", "sum([7], 5)"], ["sum([7], 5)"]);
    const states = stateOf("if (total");
    expect(states.map((state) => at(state, "total", "limit"))).toEqual([
      ["3", "9"],
      ["7", "5"],
    ]);
    expect(states.map(({ isFailing }) => isFailing)).toEqual([false, true]);
  });

  it("notes each time that a loop asks", async () => {
    const stateOf = await observe("a.js", script, ["sum([1, 2], 9)"], []);
    expect(stateOf("while").map((state) => at(state, "i", "total"))).toEqual([
      ["0", "0"],
      ["1", "1"],
      ["2", "3"],
    ]);
  });

  it("does the same in Python", async () => {
    const stateOf = await observe("a.py", python, ["sum_of([1, 2], 9)", "sum_of([], 5)"], ["sum_of([], 5)"]);
    expect(stateOf("while").map((state) => at(state, "i", "total"))).toEqual([
      ["0", "0"],
      ["1", "1"],
      ["2", "3"],
      ["0", "0"],
    ]);
    expect(stateOf("if total").map(({ isFailing }) => isFailing)).toEqual([false, true]);
  });

  it("has no states of what nobody looked at, and no plan for a file without functions", async () => {
    const source = await parse("a.js", script);
    const plan = planObservation(source, collectNames(source), (node) => node.type === "if_statement");
    const states = plan?.read(new Map(), new Set());
    expect(states?.(source.root)).toEqual([]);
    const plain = await parse("b.js", "const a = 1;\nif (a) b();\n");
    expect(planObservation(plain, collectNames(plain), () => true)).toBeNull();
  });
});
