import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { configSchema } from "../../src/config/schema.ts";

const example = path.join(import.meta.dirname, "..", "..", "examples", "night-market");

/** What is broken on purpose and has a fix of one edit, with the tests that the fix turns green. */
const knownFixes = [
  {
    file: "src/cart.js",
    from: "goods + discount + bag",
    to: "goods - discount + bag",
    mends: ["cart > gives regulars ten percent off", "cart > charges for a bag below 20.00 only"],
  },
  {
    file: "src/pages.js",
    from: "hasNext: page <= pageCount",
    to: "hasNext: page < pageCount",
    mends: ["pages > knows the first page from the last"],
  },
  {
    file: "src/opening-hours.js",
    from: "\n  return now >= start && now < end;",
    to: "\n  return now >= start || now < end;",
    mends: ["opening hours > stays open past midnight"],
  },
  {
    file: "src/stock.js",
    from: "item.reserved + left",
    to: "item.reserved + quantity",
    mends: ["stock > reserves what is asked for"],
  },
];
const takingsFix = {
  file: "src/takings.js",
  from: "a.cents - b.cents",
  to: "b.cents - a.cents",
};
const slugFix = { file: "src/slug.js", from: 'slug == ""', to: 'slug === ""' };
/** Needs a look at the next character: more than one edit. */
const csvFix = {
  file: "src/csv.js",
  from: `  for (const character of line) {
    if (character === '"') {
      isQuoted = !isQuoted;`,
  to: `  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' && isQuoted && line[at + 1] === '"') {
      field += character;
      at += 1;
    } else if (character === '"') {
      isQuoted = !isQuoted;`,
};
const allFixes = [...knownFixes, takingsFix, slugFix, csvFix];

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), "nightshift-example-"));
  cpSync(example, project, { recursive: true });
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function run(
  args: readonly string[],
  cwd = project,
): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", env: { PATH: "" } });
  return { status, stdout };
}

/** Titles of the failing tests, suites joined by " > ". */
function findFailingTests(): readonly string[] {
  const { stdout } = run(["--test", "--test-reporter=tap"]);
  const names: string[] = [];
  let failing: string[] = [];
  // TAP prints a suite after its tests, which are indented more.
  for (const line of stdout.split("\n")) {
    const [, indent = "", verdict, name = ""] = /^( *)(ok|not ok) \d+ - (.*)$/.exec(line) ?? [];
    if (verdict === undefined) continue;
    if (indent !== "" && verdict === "not ok") failing.push(name);
    if (indent === "") {
      names.push(...failing.map((test) => `${name} > ${test}`));
      failing = [];
    }
  }
  return names;
}

function apply({
  file,
  from,
  to,
}: {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}): void {
  const text = readFileSync(path.join(project, file), "utf8");
  // In stock.js and opening-hours.js the text has to name one place: the last one where there are several.
  const index = text.lastIndexOf(from);
  if (index < 0) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path.join(project, file), text.slice(0, index) + to + text.slice(index + from.length));
}

function findBrokenGoldenProjects(): readonly string[] {
  return globSync("golden/*", { cwd: project }).filter((folder) => {
    const cwd = path.join(project, folder);
    const { status, stdout } = run(["../../bin/takings.mjs", "orders.csv"], cwd);
    return status !== 0 || stdout !== readFileSync(path.join(cwd, "expected.txt"), "utf8");
  });
}

describe("the example project night-market", () => {
  it("is broken as the demo expects it", () => {
    expect(findFailingTests().toSorted()).toEqual(
      [...knownFixes.flatMap(({ mends }) => mends), "csv > reads doubled quotes as one"].toSorted(),
    );
    expect(run(["scripts/lint.mjs"])).toEqual({
      status: 1,
      stdout: "src/slug.js:9:12: expected === instead of == [strict-equality]\n",
    });
    expect(findBrokenGoldenProjects()).toEqual([path.join("golden", "friday")]);
  });

  it.each(knownFixes)("has a fix of one edit in $file", (fix) => {
    const before = findFailingTests();
    apply(fix);
    expect(findFailingTests()).toEqual(before.filter((name) => !fix.mends.includes(name)));
  });

  it("has a golden project that one edit mends, and no unit test for it", () => {
    const before = findFailingTests();
    apply(takingsFix);
    expect(findBrokenGoldenProjects()).toEqual([]);
    expect(findFailingTests()).toEqual(before);
  });

  it("has a linter that mends its finding by itself", () => {
    expect(run(["scripts/lint.mjs", "--fix", "src/slug.js"])).toEqual({ status: 0, stdout: "" });
    expect(readFileSync(path.join(project, "src/slug.js"), "utf8")).toContain(slugFix.to);
    expect(run(["scripts/lint.mjs"])).toEqual({ status: 0, stdout: "" });
  });

  it("has a linter that reports broken syntax", () => {
    writeFileSync(path.join(project, "src/money.js"), "export const = 1;\n");
    const { status, stdout } = run(["scripts/lint.mjs"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^src\/money\.js:1:1: .+ \[syntax\]$/m);
  });

  it("is green once everything is mended", () => {
    for (const fix of allFixes) apply(fix);
    expect(findFailingTests()).toEqual([]);
    expect(run(["--test"]).status).toBe(0);
    expect(run(["scripts/lint.mjs"]).status).toBe(0);
    expect(findBrokenGoldenProjects()).toEqual([]);
  });

  it("has a configuration that the schema accepts", () => {
    const text = readFileSync(path.join(project, ".github/nightshift.yml"), "utf8");
    expect(configSchema.parse(parse(text)).gates.map(({ name }) => name)).toEqual([
      "lint",
      "tests",
      "takings",
    ]);
  });
});
