import { expect, it } from "vitest";
import type { GateResult } from "../../src/domain/gate.ts";
import { type GatesRun, runGates } from "../../src/gates/run-gates.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const gate = (name: string, order: number, rest: object = {}) =>
  buildSpec({ kind: "command", name, order, command: "true", ...rest });
const collect = async (run: Omit<GatesRun, "restore">): Promise<GateResult[]> =>
  Array.fromAsync(runGates({ ...run, restore: () => run.sandbox.reset() }, buildGateDeps()));

it("runs by order, gates of changed folders first", async () => {
  await using sandbox = await openLocalSandbox({ files: { "a/x": "", "b/x": "" } });
  const specs = [gate("slow", 9), gate("a", 5, { cwd: "a" }), gate("b", 1, { cwd: "b" }), gate("quick", 2)];
  const names = async (changedPaths: string[]) =>
    (await collect({ specs, sandbox, changedPaths })).map((result) => result.gate);
  expect(await names([])).toEqual(["b", "quick", "a", "slow"]);
  expect(await names(["a/x"])).toEqual(["quick", "a", "slow", "b"]);
});

it("runs the same before commands once, and others on their own", async () => {
  await using sandbox = await openLocalSandbox({ files: { "pkg/x": "" } });
  const before = ["echo built >> $HOME/log"];
  const specs = [gate("a", 1, { before }), gate("b", 2, { before }), gate("c", 3, { before, cwd: "pkg" })];
  const count = gate("count", 4, { command: "wc -l < $HOME/log; exit 1" });
  const results = await collect({ specs: [...specs, count], sandbox });
  expect(results.map(({ status }) => status)).toEqual(["passed", "passed", "passed", "failed"]);
  expect(results.at(-1)?.outputTail.trim()).toBe("2");
});

it("gives each gate the tree that is judged, whatever the ones before wrote into it", async () => {
  await using sandbox = await openLocalSandbox({ files: { "a.txt": "as it was" } });
  const litter = gate("litter", 1, { command: "echo junk > a.txt; touch new" });
  const look = gate("look", 2, { command: "cat a.txt; ls; exit 1" });
  const results = await collect({ specs: [litter, look], sandbox });
  expect(results[1]?.outputTail).toContain("as it was");
  expect(results[1]?.outputTail).not.toContain("new");
});

it("keeps what before commands made for the gates that follow each other with the same ones", async () => {
  await using sandbox = await openLocalSandbox({ files: { "a.txt": "" } });
  const before = ["echo built >> $HOME/log; touch out"];
  const command = "test -e out";
  const specs = [
    gate("a", 1, { before, command }),
    gate("b", 2, { before, command }),
    gate("other", 3, { command: "test ! -e out" }),
    gate("c", 4, { before, command }),
  ];
  const results = await collect({
    specs: [...specs, gate("count", 5, { command: "wc -l < $HOME/log; exit 1" })],
    sandbox,
  });
  expect(results.map(({ status }) => status)).toEqual(["passed", "passed", "passed", "passed", "failed"]);
  expect(results.at(-1)?.outputTail.trim()).toBe("2");
});

it("makes every gate an error whose preparation fails, and runs the rest", async () => {
  await using sandbox = await openLocalSandbox({ files: {} });
  const before = ["echo no compiler; exit 1"];
  const specs = [gate("a", 1, { before }), gate("b", 2, { before }), gate("c", 3)];
  const results = await collect({ specs, sandbox });
  expect(results.map(({ gate: name, status }) => [name, status])).toEqual([
    ["a", "error"],
    ["b", "error"],
    ["c", "passed"],
  ]);
  expect(results[1]?.reason).toContain("no compiler");
});

it("runs no further gate once nobody asks", async () => {
  await using sandbox = await openLocalSandbox({ files: {} });
  const specs = [gate("a", 1, { command: "exit 1" }), gate("b", 2, { command: "touch ran" })];
  for await (const result of runGates({ specs, sandbox, restore: () => sandbox.reset() }, buildGateDeps())) {
    if (result.status !== "passed") break;
  }
  expect(await sandbox.read("ran")).toBeNull();
});
