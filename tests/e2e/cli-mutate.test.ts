import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { runCli } from "../helpers/run-cli.ts";

const source = `export function clamp(value, low, high) {
  if (value < low) return low;
  if (value > high) return high;
  return value;
}

export function unused(value) {
  return value * 2;
}

export function countDown(from) {
  let left = from;
  while (left > 0) left -= 1;
  return left;
}
`;
const tests = `import assert from "node:assert/strict";
import { test } from "node:test";
import { clamp, countDown } from "../src/clamp.mjs";

test("clamps", () => {
  assert.equal(clamp(1, 2, 4), 2);
  assert.equal(clamp(3, 2, 4), 3);
});
test("counts down", () => assert.equal(countDown(3), 0));
`;
const other = `import assert from "node:assert/strict";
import { test } from "node:test";
test("has nothing to do with it", () => assert.ok(true));
`;

type Report = {
  readonly commit: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly coverage: { readonly status: string };
  readonly survivors: readonly {
    readonly path: string;
    readonly line: number;
    readonly function: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly testFiles: readonly string[];
    readonly weight: number;
  }[];
  readonly uncovered: readonly { readonly path: string; readonly lines: readonly number[] }[];
  readonly others: readonly { readonly line: number; readonly end: string }[];
};

describe("nightshift mutate", () => {
  let repository: GitRepository;
  let before = "";
  beforeAll(() => {
    repository = openGitRepository();
    repository.write("src/clamp.mjs", source);
    repository.write("test/clamp.test.mjs", tests);
    repository.write("test/other.test.mjs", other);
    repository.write("package.json", '{ "type": "module", "scripts": { "test": "node --test" } }\n');
    repository.commit("base");
    before = repository.fingerprint();
  });
  afterAll(() => repository[Symbol.dispose]());
  const mutate = async (...args: readonly string[]): Promise<Report> => {
    const { code, stdout, stderr } = await runCli(["--repo", repository.dir, "mutate", "--json", ...args]);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    return JSON.parse(stdout) as Report;
  };

  it("tells what the tests kill, what survives where, and what they never go through", async () => {
    const report = await mutate();
    const { counts, survivors, uncovered, others } = report;
    expect(report.commit).toBe(repository.run("rev-parse", "HEAD"));
    expect(report.coverage).toEqual({ status: "seen" });
    expect(counts.killed).toBeGreaterThan(3);
    expect(counts.score).toBeCloseTo((counts.killed ?? 0) / ((counts.killed ?? 0) + (counts.survived ?? 0)));
    // Nothing is tested above the upper end.
    const upper = survivors.find(({ line }) => line === 3);
    expect(upper).toMatchObject({
      ...{ path: "src/clamp.mjs", function: "clamp", before: ["  if (value > high) return high;"] },
      testFiles: ["test/clamp.test.mjs"],
    });
    expect(upper?.after).not.toEqual(upper?.before);
    expect(survivors.map(({ line }) => line)).not.toContain(8);
    expect(uncovered).toEqual([{ path: "src/clamp.mjs", lines: [8] }]);
    // It counts for ever then; that is no kill.
    expect(others.filter(({ end }) => end === "timed-out").length).toBeGreaterThan(0);
    expect(survivors.map(({ weight }) => weight)).toEqual(
      survivors.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
    expect(repository.fingerprint()).toBe(before);
    expect(repository.run("worktree", "list").split("\n")).toHaveLength(1);
  }, 120_000);

  it("shows people the weak spots, as a diff", async () => {
    const { code, stdout } = await runCli([
      "--repo",
      repository.dir,
      "mutate",
      "--max",
      "3",
      "--files",
      "src/*.mjs",
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Score: .* \(\d+ killed, \d+ survived/);
    expect(stdout).toMatch(/3 of \d+ faults in 1 files against gate tests, in .* s; (?:warm|plain): /);
    expect(stdout).toMatch(/^ {2}- .*\n {2}\+ /m);
  }, 60_000);

  it("refuses wrong use by the value, and a red base by its failing test", async () => {
    const refuse = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await runCli(["--repo", repository.dir, "mutate", ...args]);
      return [code, stdout, stderr];
    };
    const ends = await Promise.all([
      refuse("--max", "0"),
      refuse("--seed", "one"),
      refuse("--gate", "lint"),
      refuse("--files", "nowhere/**"),
    ]);
    expect(ends).toEqual([
      [2, "", expect.stringContaining("'--max <n>' argument '0' is invalid")],
      [2, "", expect.stringContaining("'--seed <n>' argument 'one' is invalid")],
      [2, "", expect.stringContaining("There is no gate lint.")],
      [2, "", expect.stringContaining("--files nowhere/** matches no file")],
    ]);
    using red = openGitRepository();
    red.write("src/clamp.mjs", source.replace("return low", "return high"));
    red.write("test/clamp.test.mjs", tests);
    red.write("package.json", '{ "type": "module", "scripts": { "test": "node --test" } }\n');
    red.commit("red");
    const { code, stderr } = await runCli(["--repo", red.dir, "mutate"]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/Gate tests does not pass without a fault: .*test\/clamp\.test\.mjs: clamps/s),
    ]);
  }, 60_000);
});
