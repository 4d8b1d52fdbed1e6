import { describe, expect, it } from "vitest";
import { detectGates } from "../../../src/config/detect/detect-gates.ts";
import { installedIs, readerOf } from "../../helpers/config-project.ts";

const bins = ["vitest", "jest", "mocha", "tape", "tsx", "eslint", "biome", "tsc"];
const installed = installedIs("node", "npm", ...bins.map((name) => `node_modules/.bin/${name}`));
const nodeTest = 'import test from "node:test";';

async function detect(files: Readonly<Record<string, string>>, isInstalled = installed) {
  return detectGates({ project: readerOf(files), isInstalled });
}

function manifest(scripts: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name: "sample", scripts, ...more });
}

const names = (gates: readonly { readonly name: string }[]) => gates.map(({ name }) => name);

describe("detectGates: Node tests from scripts", () => {
  it.each([
    ["a direct call", { test: "vitest run" }, "vitest"],
    ["npm run -s", { test: "npm run -s tests-only", "tests-only": "nyc tape 'test/*.js'" }, "tape"],
    ["a chain with lint", { test: "npm run lint && mocha && npm run size", lint: "eslint ." }, "mocha"],
    ["cross-env and a wrapper", { test: "cross-env CI=1 c8 --check-coverage node --test" }, "node-test"],
    ["npx", { test: "npx jest --coverage" }, "jest"],
    ["run-s with a pattern", { test: "run-s test:*", "test:unit": "vitest" }, "vitest"],
    ["another script when there is no test", { "test:unit": "mocha" }, "mocha"],
    ["a path into node_modules", { test: "node --expose-gc node_modules/.bin/jest" }, "jest"],
  ])("sees the runner behind %s", async (_, scripts, runner) => {
    const { gates } = await detect({ "package.json": manifest(scripts), "test/a.js": "" }, async () => true);
    expect(gates.find(({ kind }) => kind === "tests")).toMatchObject({ name: "tests", runner, cwd: "." });
  });

  it("says which script shows the runner", async () => {
    const { notes } = await detect({
      "package.json": manifest({ test: "npm run unit", unit: "vitest run" }),
    });
    expect(notes).toEqual(["tests: vitest, from scripts.unit in package.json"]);
  });

  it("makes a gate of each runner that a script starts", async () => {
    const scripts = {
      test: "npm run test:unit && npm run test:int",
      "test:unit": "vitest run",
      "test:int": "mocha int",
    };
    const { gates } = await detect({ "package.json": manifest(scripts) });
    expect(gates.map(({ name, runner }) => [name, runner])).toEqual([
      ["tests:unit", "vitest"],
      ["tests:int", "mocha"],
    ]);
  });

  it("does not follow scripts in circles", async () => {
    const scripts = { test: "npm run a", a: "npm run b", b: "npm run a && vitest" };
    expect(names((await detect({ "package.json": manifest(scripts) })).gates)).toEqual(["tests"]);
  });

  it("keeps loader arguments of node:test, for one test too", async () => {
    const { gates } = await detect({
      "package.json": manifest({ test: "node --import tsx --test 'test/**/*.ts'" }),
    });
    expect(gates[0]?.command).toEqual(expect.arrayContaining(["--import", "tsx", "test/**/*.ts"]));
    expect(gates[0]?.only).toEqual(expect.arrayContaining(["--import", "tsx", "{file}"]));
    expect(gates[0]?.only).not.toContain("test/**/*.ts");
  });

  it("leaves globs that the shell expands to the shell", async () => {
    const { gates } = await detect({ "package.json": manifest({ test: "node --test test/*.js" }) });
    expect(gates[0]?.command).toMatch(/^node --test .* test\/\*\.js$/);
  });

  it("runs the file that `node test/index.js` names by what it imports", async () => {
    const script = { "package.json": manifest({ test: "node test" }) };
    const tape = await detect({ ...script, "test/index.js": "require('tape')" });
    expect(tape.gates[0]).toMatchObject({
      runner: "tape",
      files: ["test/index.js"],
      command: ["node", "--require={support}/tap-crash-reporter.cjs", "{file}"],
    });
    const unknown = await detect({ ...script, "test/index.js": "require('./run')" });
    expect(unknown.gates[0]).toMatchObject({ kind: "command" });
    const named = await detect({ "package.json": manifest({ test: "node ./test.js" }), "test.js": nodeTest });
    expect(named.gates[0]).toMatchObject({ runner: "node-test" });
  });

  it("counts a script that shows no runner by its exit code, and says so", async () => {
    const { gates, notes } = await detect({ "package.json": manifest({ test: "./run-tests.sh" }) });
    expect(gates).toMatchObject([
      { name: "tests", kind: "command", command: ["npm", "run", "--silent", "test"] },
    ]);
    expect(notes.join("\n")).toContain("no known runner is seen in scripts.test (./run-tests.sh)");
  });

  it("leaves helpers among tape's files out, since by themselves they print no TAP", async () => {
    const files = { "test/a.js": "require('tape')", "test/cases (1).js": "", "test/lib/b.js": "" };
    const { gates } = await detect({ "package.json": manifest({ test: "tape 'test/*.js'" }), ...files });
    expect(gates[0]?.files).toEqual(["test/*.js", "!test/cases \\(1\\).js"]);
  });

  it("runs no file twice because a second script runs it again", async () => {
    const scripts = {
      test: "npm run tests-only && npm run test:corejs && npm run tests-only",
      "tests-only": "nyc tape 'test/*.js'",
      "test:corejs": "tape test-core-js.js 'test/*.js'",
    };
    const tape = "require('tape')";
    const files = { "package.json": manifest(scripts), "test/a.js": tape, "test-core-js.js": tape };
    const { gates } = await detect(files);
    expect(gates.map(({ name, files: globs }) => [name, globs])).toEqual([
      ["tests", ["test/*.js"]],
      ["tests:corejs", ["test-core-js.js"]],
    ]);
    const twice = {
      "package.json": manifest({ test: "npm run a && npm run b", a: "vitest", b: "vitest run" }),
    };
    expect((await detect(twice)).gates).toHaveLength(1);
  });

  it("counts tape globs that match no tracked file by the exit code", async () => {
    const files = { "package.json": manifest({ test: "tape dist/test/*.js" }), "test/a.ts": "" };
    expect((await detect(files)).gates).toMatchObject([{ kind: "command" }]);
  });
});

describe("detectGates: Node tests without a script", () => {
  const placeholder = 'echo "Error: no test specified" && exit 1';

  it.each(["vitest", "jest", "mocha"])("goes by the dependency %s", async (runner) => {
    const files = { "package.json": manifest({ test: placeholder }, { devDependencies: { [runner]: "1" } }) };
    expect((await detect(files)).gates).toMatchObject([{ name: "tests", runner }]);
  });

  it.each(["test/a.js", "src/a.test.mjs", "a-test.cjs", "test-a.js", "src/b.test.ts"])(
    "goes by node:test imported in %s",
    async (file) => {
      const { gates } = await detect({ "package.json": manifest({}), [file]: nodeTest });
      expect(gates).toMatchObject([{ name: "tests", runner: "node-test" }]);
    },
  );

  it("takes no other file for a test", async () => {
    const files = { "package.json": manifest({}), "src/latest.js": nodeTest };
    await expect(detect(files)).rejects.toMatchObject({ code: "NO_GATES" });
  });
});

describe("detectGates: builds ahead of tests", () => {
  it.each([
    ["pretest", { pretest: "npm run build", build: "tsc", test: "mocha" }, ["npm run --silent build"]],
    ["a chain", { build: "rollup -c", test: "npm run build && mocha" }, ["npm run --silent build"]],
    [
      "a compiler in the chain",
      { test: "tsc && mocha" },
      ['PATH="$PWD/node_modules/.bin:$PATH"; export PATH; tsc'],
    ],
    [
      "tests in a folder that is not tracked",
      { build: "tsc", test: "mocha dist/test" },
      ["npm run --silent build"],
    ],
    ["lint alone", { pretest: "eslint .", test: "mocha" }, []],
    ["a type check", { pretest: "tsc --noEmit", test: "mocha" }, []],
    ["a build that tests do not need", { build: "tsc", test: "mocha test" }, []],
  ])("for %s", async (_, scripts, before) => {
    const { gates } = await detect({ "package.json": manifest(scripts), "test/a.js": "" });
    expect(gates.find(({ kind }) => kind === "tests")?.before).toEqual(before);
  });

  it("and says in the reason what is built", async () => {
    const scripts = { pretest: "npm run build", build: "tsc", test: "mocha" };
    const { notes } = await detect({ "package.json": manifest(scripts), "test/a.js": "" });
    expect(notes).toContain("tests: mocha, from scripts.test in package.json, after npm run build");
  });

  it("when tests import an entry file that is not tracked", async () => {
    const scripts = { build: "tsc", test: "mocha" };
    const files = {
      "package.json": manifest(scripts, { main: "./dist/index.js" }),
      "test/a.test.js": 'require("../dist/index.js")',
    };
    expect((await detect(files)).gates[0]?.before).toEqual(["npm run --silent build"]);
    const tracked = { ...files, "dist/index.js": "" };
    expect((await detect(tracked)).gates[0]?.before).toEqual([]);
  });
});
