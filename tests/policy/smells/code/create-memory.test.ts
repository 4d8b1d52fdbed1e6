import { describe, expect, it } from "vitest";
import { createMemory, type MemoryLimits } from "../../../../src/policy/smells/code/create-memory.ts";
import type { Meaning } from "../../../../src/policy/smells/code/meaning.ts";

/** What each name leads to: other names of the graph, or names from outside, in capitals. */
type Graph = Readonly<Record<string, readonly string[]>>;

function follow(graph: Graph, limits: Partial<MemoryLimits> = {}) {
  const memory = createMemory(limits);
  const keys = new Map(Object.keys(graph).map((name) => [name, { name }]));
  const evaluate = (name: string): readonly Meaning[] => {
    const key = keys.get(name);
    if (key === undefined) return [{ kind: "name", name, origin: "global" }];
    return memory.recall(key, () => (graph[name] ?? []).flatMap(evaluate));
  };
  const find = (name: string) =>
    evaluate(name)
      .flatMap((meaning) => (meaning.kind === "name" ? [meaning.name] : []))
      .sort();
  return { memory, find, isCut: (name: string) => memory.isCut(keys.get(name) ?? {}) };
}

/** What is reached, found the plain way. */
function reach(graph: Graph, from: string): readonly string[] {
  const seen = new Set<string>();
  const left = [from];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    left.push(...(graph[name] ?? []));
  }
  return [...seen].filter((name) => graph[name] === undefined).sort();
}

function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function makeGraph(seed: number): Graph {
  const next = createNumbers(seed);
  const size = 2 + next(40);
  const edges = 1 + next(4);
  const target = () => (next(6) === 0 ? `OUT${next(8)}` : `n${next(size)}`);
  return Object.fromEntries(
    Array.from({ length: size }, (_, at) => [`n${at}`, Array.from({ length: next(edges + 1) }, target)]),
  );
}

describe("createMemory", () => {
  it("finds what names in circles mean, wherever it starts", () => {
    const graph = { a: ["b"], b: ["c", "A"], c: ["a", "d"], d: ["d", "e"], e: ["c", "E"] };
    for (const start of Object.keys(graph)) expect(follow(graph).find(start)).toEqual(["A", "E"]);
  });

  it.each([3, 5, 12, 150])("finds in any graph what can be reached, at most %i deep at once", (maxDepth) => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const graph = makeGraph(seed);
      const { find, isCut } = follow(graph, { maxDepth });
      for (const name of Object.keys(graph)) {
        expect({ seed, name, found: find(name) }).toEqual({ seed, name, found: reach(graph, name) });
        expect(isCut(name)).toBe(false);
      }
    }
  });

  it("computes what is in no circle once", () => {
    const names = Array.from({ length: 100 }, (_, at) => `n${at}`);
    const graph = Object.fromEntries(names.map((name, at) => [name, [`n${at + 1}`, `n${at + 2}`]]));
    const { find, memory } = follow({ ...graph, n100: ["OUT"], n101: [] });
    expect(find("n0")).toEqual(["OUT"]);
    for (const name of names) find(name);
    expect(memory.steps).toBe(102);
  });

  it("marks what a bound left out, and what depends on it", () => {
    const many = Array.from({ length: 70 }, (_, at) => `OUT${at}`);
    const { find, isCut } = follow({ a: ["b"], b: many, c: ["OUT"] });
    expect(find("a")).toHaveLength(64);
    expect(find("c")).toEqual(["OUT"]);
    expect(["a", "b", "c"].map(isCut)).toEqual([true, true, false]);
    const short = follow({ a: ["b"], b: ["c"], c: ["OUT"] }, { maxSteps: 2 });
    expect(short.find("a")).toEqual([]);
    expect(short.isCut("a")).toBe(true);
  });
});
