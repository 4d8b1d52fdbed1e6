import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const script = path.join(root, "scripts", "check-floors.ts");

let house: string;

beforeEach(() => {
  house = mkdtempSync(path.join(tmpdir(), "nightshift-floors-"));
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), `${text}\n`);
}

function check(folder = house): { readonly status: number | null; readonly errors: string } {
  const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
  return { status, errors: stderr };
}

describe("check-floors", () => {
  it("accepts the house as it stands", () => {
    expect(check(root)).toEqual({ status: 0, errors: "" });
  });

  it.each([
    [
      "upwards",
      "src/gates/planted.ts",
      'import { a } from "../campaign/target.ts";',
      "src/campaign/target.ts",
    ],
    ["sideways", "src/gates/planted.ts", 'import { a } from "../work/target.ts";', "src/work/target.ts"],
    [
      "in a nested folder",
      "src/gates/deep/er/planted.ts",
      'import { a } from "../../../brain/target.ts";',
      "src/brain/target.ts",
    ],
    [
      "of a nested file",
      "src/policy/planted.ts",
      'import { a } from "../report/deep/target.ts";',
      "src/report/deep/target.ts",
    ],
    [
      "of types alone",
      "src/domain/planted.ts",
      'import type { A } from "../gates/target.ts";',
      "src/gates/target.ts",
    ],
    [
      "in a type position",
      "src/domain/planted.ts",
      'export type A = import("../gates/target.ts").A;',
      "src/gates/target.ts",
    ],
    [
      "at run time",
      "src/memory/planted.ts",
      'export const a = await import("../policy/target.ts");',
      "src/policy/target.ts",
    ],
    [
      "at run time, on a line of its own",
      "src/memory/planted.ts",
      'export const a = await import(\n  "../policy/target.ts"\n);',
      "src/policy/target.ts",
    ],
    [
      "by export-from",
      "src/adapters/planted.ts",
      'export { a } from "../config/target.ts";',
      "src/config/target.ts",
    ],
    [
      "by export-all",
      "src/adapters/planted.ts",
      "export * from '../config/target.ts';",
      "src/config/target.ts",
    ],
    ["for its side effects", "src/ports.ts", 'import "./config/target.ts";', "src/config/target.ts"],
    [
      "over several lines",
      "src/work/planted.ts",
      'import {\n  a,\n} from "../methods/target.ts";',
      "src/methods/target.ts",
    ],
    [
      "of an entry from below",
      "src/campaign/planted.ts",
      'import { a } from "../../cli/target.ts";',
      "cli/target.ts",
    ],
    [
      "of what puts the rooms together",
      "src/campaign/planted.ts",
      'import { a } from "../target.ts";',
      "src/target.ts",
    ],
    [
      "through a way round",
      "src/gates/planted.ts",
      'import { a } from "../gates/../work/target.ts";',
      "src/work/target.ts",
    ],
  ])("refuses an import %s", (_, file, text, target) => {
    plant(target, "export const a = 1; export type A = number;");
    plant(file, text);
    const { status, errors } = check();
    expect(status).toBe(1);
    expect(errors).toContain(`${file}:`);
    expect(errors).toContain(`imports ${target} `);
  });

  it("names the line", () => {
    plant("src/work/target.ts", "export const a = 1;");
    plant("src/gates/planted.ts", '\n\nimport { a } from "../work/target.ts";');
    expect(check().errors).toContain("src/gates/planted.ts:3: imports src/work/target.ts sideways");
  });

  it("refuses a computed import, which it could not follow", () => {
    plant("src/gates/planted.ts", "export const load = (name: string) => import(name);");
    expect(check().errors).toContain("src/gates/planted.ts:1: a computed import cannot be checked");
  });

  it("refuses a folder that is no room of the house", () => {
    plant("src/utils/planted.ts", "export const a = 1;");
    expect(check().errors).toContain("src/utils/planted.ts: in no room of the house");
  });

  it("accepts imports from lower floors and from the same room", () => {
    for (const target of ["src/domain/gate.ts", "src/gates/run-gates.ts", "src/campaign/run-campaign.ts"])
      plant(target, "export const a = 1;");
    plant("src/gates/deep/planted.ts", 'import "../../domain/gate.ts";\nimport "../run-gates.ts";');
    plant("cli/planted.ts", 'import "../src/campaign/run-campaign.ts";');
    expect(check()).toEqual({ status: 0, errors: "" });
  });

  it("refuses to call an empty folder checked", () => {
    const empty = path.join(house, "empty");
    mkdirSync(empty);
    expect(check(empty)).toMatchObject({ status: 1, errors: expect.stringContaining("nothing was checked") });
  });
});
