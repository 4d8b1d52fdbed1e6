import { describe, expect, it } from "vitest";
import { findSetupFiles } from "../../../src/policy/protected/find-setup-files.ts";
import { changeOf } from "../../helpers/judge-change.ts";

const find = (files: Readonly<Record<string, string>>) =>
  findSetupFiles(changeOf(files, {}).entries, async (path) => files[path] ?? null);

describe("findSetupFiles", () => {
  it.each([
    ["vitest.config.ts", 'export default { test: { setupFiles: ["./src/prepare.ts"] } };'],
    ["vite.config.mts", "export default { test: { globalSetup: 'src/prepare' } };"],
    ["jest.config.js", 'module.exports = { setupFilesAfterEnv: [\n  "<rootDir>/src/prepare.ts",\n] };'],
    ["package.json", '{ "jest": { "testEnvironment": "./src/prepare" } }'],
    [".mocharc.json", '{ "require": ["./src/prepare.ts"] }'],
    [".mocharc.yml", "require:\n  - ts-node/register\n  - ./src/prepare.ts\nspec: test/*.js\n"],
    [".mocharc.yml", "require: ./src/prepare.ts\n"],
    ["bunfig.toml", '[test]\npreload = ["./src/prepare.ts"]\n'],
  ])("reads %s: %s", async (config, text) => {
    expect(await find({ [config]: text, "src/prepare.ts": "a\n", "src/cart.ts": "a\n" })).toEqual([
      "src/prepare.ts",
    ]);
  });

  it("reads the configuration of a nested package from its own folder", async () => {
    const files = {
      "packages/a/jest.config.js": 'x = { setupFiles: ["./lib/go.js"] }',
      "packages/a/lib/go.js": "",
      "lib/go.js": "",
    };
    expect(await find(files)).toEqual(["packages/a/lib/go.js"]);
  });

  it("finds no packages, and no other files that a configuration names", async () => {
    const files = {
      "vitest.config.ts":
        'export default { entry: "src/main.ts", test: { setupFiles: ["dotenv/config"], include: ["src/a.ts"] } };',
      "package.json":
        '{ "main": "src/main.ts", "bin": "src/a.ts", "exports": { "import": "./src/main.ts", "require": "./src/a.ts" } }',
      ".mocharc.yml": "require: dotenv/config\nspec: ./src/a.ts\n",
      "src/main.ts": "",
      "src/a.ts": "",
    };
    expect(await find(files)).toEqual([]);
  });
});
