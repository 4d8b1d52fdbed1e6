import { expect, it } from "vitest";
import { keepGoing } from "../../src/gates/keep-going.ts";

it.each([
  ["vitest", ["npx", "vitest", "run", "--bail", "1"], ["npx", "vitest", "run", "--bail=0", "--retry=0"]],
  [
    "vitest",
    ["node_modules/.bin/vitest", "run", "--bail=0", "--retry", "3"],
    ["node_modules/.bin/vitest", "run", "--bail=0", "--retry=0"],
  ],
  [
    "jest",
    ["node", "node_modules/jest/bin/jest.js", "-b"],
    ["node", "node_modules/jest/bin/jest.js", "--bail=0"],
  ],
  ["mocha", ["mocha", "--bail", "--no-bail", "test"], ["mocha", "--no-bail", "test", "--retries=0"]],
  ["mocha", ["mocha", "--retries", "2"], ["mocha", "--no-bail", "--retries=0"]],
  ["pytest", ["python3", "-m", "pytest", "-x", "tests"], ["python3", "-m", "pytest", "tests", "--maxfail=0"]],
  ["pytest", ["pytest", "--reruns", "5", "-q"], ["pytest", "-q", "--maxfail=0"]],
  ["cargo", ["cargo", "test", "--", "--nocapture"], ["cargo", "test", "--no-fail-fast", "--", "--nocapture"]],
  ["go", ["go", "test", "-failfast", "./..."], ["go", "test", "./...", "-failfast=false"]],
  ["node-test", ["node", "--test"], ["node", "--test"]],
] as const)("overrides fail-fast of %s in %j", (runner, command, expected) => {
  expect(keepGoing(command, { runner })).toEqual(expected);
});

it("reads simple shell strings, and leaves alone what it cannot take apart", () => {
  expect(keepGoing("npx jest --bail --ci", { runner: "jest" })).toBe("npx jest --ci --bail=0");
  for (const command of ["npm test", "jest --bail && echo 'ok'", "cd x; jest --bail"]) {
    expect(keepGoing(command, { runner: "jest" })).toBe(command);
  }
  expect(keepGoing(["jest", "--bail"], {})).toEqual(["jest", "--bail"]);
});
