import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { campaignInputs, parseInputs, publishInputs, verifyInputs } from "../../action/inputs.ts";
import { repositoryRoot } from "../helpers/config-project.ts";

const read = (given: Readonly<Record<string, string>>) => (name: string) => given[name] ?? "";

it("turns inputs into what the flags of the same names give, and leaves out what was not given", () => {
  const inputs = parseInputs(
    campaignInputs,
    read({
      "max-cycles": "3",
      "max-cost": "0.5",
      focus: "src/**, lib/**\ntest/**\n",
      strict: "false",
      bundle: "/b",
    }),
  );
  expect(inputs).toEqual({
    ...{ maxCycles: 3, maxCost: 0.5, focus: ["src/**", "lib/**", "test/**"], strict: false, bundle: "/b" },
    ...{ apiKey: "", dryRun: false, repo: ".", timeoutMinutes: 360 },
  });
});

it("leaves a glob whole that has commas in braces", () => {
  const { focus } = parseInputs(
    campaignInputs,
    read({ focus: "src/{a,b}/**,lib/**\n{x,y}.js", bundle: "/b" }),
  );
  expect(focus).toEqual(["src/{a,b}/**", "lib/**", "{x,y}.js"]);
});

it("tells every input that is wrong, by its name", () => {
  const wrong = { "max-cycles": "many", strict: "yes", provider: "acme", seed: "1.5", bundle: "/b" };
  expect(() => parseInputs(campaignInputs, read(wrong))).toThrow(
    expect.objectContaining({
      code: "INPUT_INVALID",
      kind: "usage",
      message: expect.stringMatching(/provider.*max-cycles.*seed.*strict/),
    }),
  );
});

it("never repeats a key that is wrong, nor a token", () => {
  const parsed = () => parseInputs(publishInputs, read({ "github-token": "ghs_secret", bundle: "b" }));
  expect(parsed).toThrow(/verdict.*verdict-cid.*patches/);
  expect(parsed).not.toThrow(/ghs_secret/);
});

it.each([
  [".", campaignInputs],
  ["verify", verifyInputs],
  ["publish", publishInputs],
] as const)("knows the inputs of %s/action.yml, all and no other", (folder, schema) => {
  const action = parse(readFileSync(path.join(repositoryRoot, folder, "action.yml"), "utf8"));
  expect(Object.keys(action.inputs).sort()).toEqual(Object.keys(schema.shape).sort());
  expect(action.runs.using).toBe("node24");
  expect(path.join(folder, action.runs.main)).toMatch(/^dist\/(campaign|verify|publish)\/index\.js$/);
});

it.each([
  [".", campaignInputs],
  ["verify", verifyInputs],
  ["publish", publishInputs],
] as const)("needs nothing that %s/action.yml neither asks for nor has a default for", (folder, schema) => {
  const action = parse(readFileSync(path.join(repositoryRoot, folder, "action.yml"), "utf8"));
  const given = Object.entries<{ readonly default?: string; readonly required?: boolean }>(action.inputs).map(
    ([name, { default: usual, required }]) => [name, usual ?? (required === true ? "given" : "")],
  );
  expect(() => parseInputs(schema, read(Object.fromEntries(given)))).not.toThrow();
});
