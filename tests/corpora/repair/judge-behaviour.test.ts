import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgeBehaviour } from "./judge-behaviour.ts";

const good = "export function sum(list) { let all = 0; for (const one of list) all += one; return all; }\n";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nightshift-judge-"));
  mkdirSync(join(folder, "tree"));
  writeFileSync(join(folder, "tree", "sum.js"), good);
  writeFileSync(join(folder, "tree", "package.json"), '{"type":"module"}');
  writeFileSync(
    join(folder, "oracle.mjs"),
    "export const sample = ({ sum }, random) => { const list = random.list(random.int(0, 4), () => random.int(-3, 3)); return [sum(list), list]; };\n",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const judge = (source: string) =>
  judgeBehaviour(
    { language: "javascript", folder },
    { "package.json": '{"type":"module"}', "sum.js": source },
  );

describe("judgeBehaviour", () => {
  it("takes other code that does the same for the same", async () => {
    const other = "export const sum = (list) => list.reduce((all, one) => all + one, 0);\n";
    expect(await judge(other)).toEqual({ status: "same", cases: 300 });
  });

  it.each([
    ["another result", "export const sum = (list) => list.reduce((all, one) => all + Math.abs(one), 0);\n"],
    [
      "an error",
      'export const sum = (list) => { if (list.length > 3) throw new Error("long"); return list.reduce((all, one) => all + one, 0); };\n',
    ],
    [
      "a changed argument",
      "export const sum = (list) => { let all = 0; while (list.length > 0) all += list.pop(); return all; };\n",
    ],
    ["minus zero for zero", "export const sum = (list) => list.reduce((all, one) => all + one, -0);\n"],
    ["what does not load", "export const sum = ;\n"],
    ["what lacks the function", "export const total = 1;\n"],
    ["what ends the process", "export const sum = () => process.exit(0);\n"],
  ])("tells %s apart", async (_, source) => {
    expect((await judge(source)).status).toBe("different");
  });

  it("takes what never ends for different", async () => {
    expect((await judge("export const sum = () => { for (;;); };\n")).status).toBe("different");
  });
});
