import { describe, expect, it } from "vitest";
import { planNodeCommand } from "../../../../src/brain/search/warm/plan-node-command.ts";
import { planVitestCommand } from "../../../../src/brain/search/warm/plan-vitest-command.ts";

describe("commands of node:test", () => {
  it.each([
    [["node", "--test", "--test-reporter={support}/r.mjs", "--test-reporter-destination={report}"], []],
    [
      ["node", "--import", "./setup.js", "--test", "test/*.js"],
      ["--import", "./setup.js"],
    ],
    [
      ["/usr/bin/node", "--env-file=.env", "-C", "dev", "--test"],
      ["--env-file=.env", "-C", "dev"],
    ],
    ["node --test --test-concurrency 2 test/a.js", []],
  ])("%j is run by memory", (command, nodeOptions) => {
    const plan = planNodeCommand({ command, before: [] });
    expect(plan).toMatchObject({ status: "planned", nodeOptions });
  });

  it.each([
    [["tsx", "--test"], /tsx is not Node/],
    ["node --test && echo done", /needs a shell/],
    ["A=$B node --test", /needs a shell/],
    [["node", "--test", "--test-only"], /its command has --test-only/],
    [["node", "--experimental-loader", "./l.js", "--test"], /--experimental-loader/],
    [["node", "--test", "--experimental-test-isolation=none"], /--experimental-test-isolation/],
  ])("%j is left to the plain way", (command, reason) => {
    expect(planNodeCommand({ command, before: [] })).toEqual({
      status: "unsuited",
      reason: expect.stringMatching(reason),
    });
  });

  it("with a build step ahead are left to the plain way", () => {
    expect(planNodeCommand({ command: ["node", "--test"], before: ["npm run build"] })).toEqual({
      status: "unsuited",
      reason: "its tests need a build step",
    });
  });
});

describe("commands of vitest", () => {
  it("give what vitest's API takes", () => {
    const words =
      "run --config=vite.test.ts --root packages/a --globals --testTimeout 900 --reporter=json src";
    expect(planVitestCommand({ command: ["npx", "vitest", ...words.split(" ")], before: [] })).toEqual({
      status: "planned",
      options: { config: "vite.test.ts", root: "packages/a", globals: true, testTimeout: 900 },
    });
  });

  it.each([
    [["npm", "run", "vitest"], /something else/],
    [["vitest", "run", "--browser"], /--browser/],
    [["vitest", "run", "--typecheck"], /--typecheck/],
    [["jest"], /something else/],
  ])("%j is left to the plain way", (command, reason) => {
    expect(planVitestCommand({ command, before: [] })).toEqual({
      status: "unsuited",
      reason: expect.stringMatching(reason),
    });
  });
});
