import { describe, expect, it } from "vitest";
import { protectedPath } from "../../../src/policy/protected/protected-path.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const base = {
  "src/cart.js": "a\n",
  "test/cart.test.js": "a\n",
  "test/fixtures/july.json": "{}\n",
  "test/mocha.opts": "a\n",
  "package.json": JSON.stringify({ scripts: { test: "npm run unit", unit: "node tools/all.mjs --fast" } }),
  "tools/all.mjs": "a\n",
  "vitest.config.ts": 'export default { test: { setupFiles: ["./src/prepare.ts"] } };',
  "src/prepare.ts": "a\n",
  "tools/style.mjs": "a\n",
  "bin/report.mjs": "a\n",
};
const config = {
  policy: { protected: ["src/legal/**"] },
  gates: [
    { name: "unit", kind: "tests", command: "npm test", format: "tap" },
    { name: "style", kind: "lint", command: "node tools/style.mjs", format: "line-column" },
    { name: "out", kind: "golden", command: "node bin/report.mjs", golden: { projects: "cases/*" } },
  ],
};
const judge = (after: Readonly<Record<string, string | null>>) =>
  judgeChange(base, after, { rules: [protectedPath], config });

describe("protected-path", () => {
  it.each([
    ["a manifest", "package.json"],
    ["a workflow that is new", ".github/workflows/new.yml"],
    ["the configuration of Nightshift", ".github/nightshift.yml"],
    ["a conftest.py that is new", "test/deep/conftest.py"],
    ["a runner's options", "test/mocha.opts"],
    ["what config protects", "src/legal/terms.js"],
    ["the program that a tests gate runs by a script of package.json", "tools/all.mjs"],
    ["the program that a lint gate runs", "tools/style.mjs"],
    ["what a runner loads into every test", "src/prepare.ts"],
  ])("denies %s", async (_name, path) => {
    expect(denialsOf(await judge({ [path]: "b\n" }))).toEqual([`${path}:null`]);
  });

  it("denies the deletion of what it protects", async () => {
    expect(denialsOf(await judge({ "test/mocha.opts": null }))).toHaveLength(1);
  });

  it.each([
    ["a source", "src/cart.js"],
    ["the code of a test, which has rules of its own", "test/cart.test.js"],
    ["a new test", "test/price.test.js"],
    ["data of tests, which has a rule of its own", "test/fixtures/july.json"],
    ["the program that a golden gate judges", "bin/report.mjs"],
    ["a document", "docs/guide.md"],
  ])("allows %s", async (_name, path) => {
    expect(denialsOf(await judge({ [path]: "b\n" }))).toEqual([]);
  });

  it("says what the file decides", async () => {
    expect(await judge({ "tools/style.mjs": "b\n", "go.sum": "b\n" })).toMatchObject({
      denials: [
        { reason: "tools/style.mjs is protected: a gate's command runs it" },
        { reason: "go.sum is protected: manifests and lock files decide which code of others runs" },
      ],
    });
  });
});
