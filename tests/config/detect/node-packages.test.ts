import { describe, expect, it } from "vitest";
import { detectGates } from "../../../src/config/detect/detect-gates.ts";
import { installedIs, readerOf } from "../../helpers/config-project.ts";

const bins = ["vitest", "jest", "mocha", "tape", "tsx", "eslint", "biome", "tsc"];
const installed = installedIs("node", "npm", ...bins.map((name) => `node_modules/.bin/${name}`));

async function detect(files: Readonly<Record<string, string>>, isInstalled = installed) {
  return detectGates({ project: readerOf(files), isInstalled });
}

function manifest(scripts: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name: "sample", scripts, ...more });
}

const names = (gates: readonly { readonly name: string }[]) => gates.map(({ name }) => name);

describe("detectGates: Node checks", () => {
  it("goes by scripts, with their arguments", async () => {
    const scripts = { lint: "eslint --ext .js,.ts src && tsc -p tsconfig.check.json", test: "vitest" };
    const { gates } = await detect({ "package.json": manifest(scripts) });
    expect(gates.map(({ name, kind, format }) => [name, kind, format])).toEqual([
      ["lint", "lint", "eslint-json"],
      ["tests", "tests", "vitest-json"],
    ]);
    expect(gates[0]?.fix).toEqual(["node_modules/.bin/eslint", "--ext", ".js,.ts", "--fix", "{file}"]);
  });

  it("goes by config file and dependency", async () => {
    const devDependencies = { eslint: "10", "@biomejs/biome": "2", typescript: "7" };
    const files = {
      "package.json": manifest({}, { devDependencies }),
      "eslint.config.mjs": "",
      "biome.json": "{}",
      "tsconfig.json": "{}",
    };
    const { gates } = await detect(files);
    expect(gates.map(({ name, command }) => [name, command])).toEqual([
      ["lint", ["node_modules/.bin/eslint", "--format=json", "--output-file={report}", "."]],
      ["lint:biome-json", ["node_modules/.bin/biome", "lint", "--reporter=json", "--max-diagnostics=none"]],
      ["typecheck", ["node_modules/.bin/tsc", "--noEmit", "--pretty", "false"]],
    ]);
  });

  it.each([
    ["a config file without the dependency", { "eslint.config.mjs": "" }, {}],
    ["the dependency without a config file", {}, { devDependencies: { eslint: "10" } }],
  ])("not by %s", async (_, files, more) => {
    await expect(detect({ "package.json": manifest({}, more), ...files })).rejects.toMatchObject({
      code: "NO_GATES",
    });
  });

  it("never runs a script that fixes as a check", async () => {
    const { gates } = await detect({
      "package.json": manifest({ "lint:fix": "eslint --fix .", test: "vitest" }),
    });
    expect(names(gates)).toEqual(["tests"]);
  });
});

describe("detectGates: workspaces", () => {
  const packages = {
    "packages/a/package.json": manifest({ test: "vitest run" }),
    "packages/b/package.json": manifest({ test: "node --test" }),
    "packages/skipped/package.json": manifest({ test: "jest" }),
    "tools/package.json": manifest({ test: "jest" }),
  };
  const globs = ["packages/*", "!packages/skipped"];
  const inPackages = installedIs("node", "node_modules/.bin/vitest", "packages/b/node_modules/.bin/mocha");

  it.each([
    ["npm", { "package.json": manifest({}, { workspaces: globs }) }],
    ["yarn", { "package.json": manifest({}, { workspaces: { packages: globs } }) }],
    [
      "pnpm",
      {
        "package.json": manifest({ test: "pnpm -r test" }),
        "pnpm-workspace.yaml": `packages: ${JSON.stringify(globs)}\n`,
      },
    ],
  ])("of %s: a gate for each package, in its folder, with programs of the root", async (_, root) => {
    const { gates } = await detect({ ...root, ...packages }, inPackages);
    expect(gates.map(({ name, cwd }) => [name, cwd])).toEqual([
      ["tests:packages/a", "packages/a"],
      ["tests:packages/b", "packages/b"],
    ]);
    expect(gates[0]?.command[0]).toBe("../../node_modules/.bin/vitest");
  });

  it("keep the root's own tests beside those of packages", async () => {
    const root = { "package.json": manifest({ test: "vitest run test" }, { workspaces: ["packages/a"] }) };
    expect(names((await detect({ ...root, ...packages }, inPackages)).gates)).toEqual([
      "tests",
      "tests:packages/a",
    ]);
  });

  it.each(["npm test --workspaces", "turbo run test", "yarn workspaces foreach run test", "lerna run test"])(
    "make no gate of a root script that starts the packages' own: %s",
    async (test) => {
      const root = { "package.json": manifest({ test }, { workspaces: ["packages/a"] }) };
      expect(names((await detect({ ...root, ...packages }, inPackages)).gates)).toEqual(["tests:packages/a"]);
    },
  );

  it("find a type check by the root's dependency", async () => {
    const root = {
      "package.json": manifest({}, { workspaces: ["packages/*"], devDependencies: { typescript: "7" } }),
    };
    const files = { ...root, "packages/t/package.json": manifest({}), "packages/t/tsconfig.json": "{}" };
    expect((await detect(files, async () => true)).gates).toMatchObject([
      { name: "typecheck:packages/t", cwd: "packages/t" },
    ]);
  });
});

describe("detectGates: odd manifests", () => {
  it("finds projects in folders where the root has none, but not among examples and dependencies", async () => {
    const files = {
      "web/package.json": manifest({ test: "jest" }),
      "examples/x/package.json": manifest({ test: "jest" }),
      "web/node_modules/y/package.json": manifest({ test: "jest" }),
    };
    expect(names((await detect(files, async () => true)).gates)).toEqual(["tests:web"]);
  });

  it.each(["{", "[]", "null", '"text"'])(
    "leaves a package.json out that is %s, and says so",
    async (text) => {
      await expect(detect({ "package.json": text })).rejects.toMatchObject({
        code: "NO_GATES",
        message: expect.stringContaining("package.json: not valid JSON, so left out"),
      });
    },
  );

  it("takes what is malformed inside for absent", async () => {
    const text = JSON.stringify({ scripts: { test: 3 }, devDependencies: [], workspaces: "x", name: 7 });
    await expect(detect({ "package.json": text })).rejects.toMatchObject({ code: "NO_GATES" });
  });
});
