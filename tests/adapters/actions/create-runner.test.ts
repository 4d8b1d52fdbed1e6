import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createRunner } from "../../../src/adapters/actions/create-runner.ts";
import { openScratchFolder } from "../../helpers/scratch-folder.ts";

function open(environment: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const runner = createRunner({ environment, write: (text) => lines.push(text) });
  return { runner, printed: () => lines.join("") };
}

it("reads inputs by the names that the runner gives their variables", () => {
  const { runner } = open({ "INPUT_MAX-CYCLES": " 3 ", INPUT_GOAL: "" });
  expect([runner.readInput("max-cycles"), runner.readInput("goal"), runner.readInput("model")]).toEqual([
    "3",
    "",
    "",
  ]);
});

it("keeps what a message says from being a command, a property or a second line", () => {
  const { runner, printed } = open();
  runner.annotate("warning", "50%\r\n::error::mine", "a: b, c\n::stop-commands::x");
  expect(printed()).toBe(
    "::warning title=a%3A b%2C c%0A%3A%3Astop-commands%3A%3Ax::50%25%0D%0A::error::mine\n",
  );
});

it("masks a secret as a whole and line by line, and never an empty line", () => {
  const { runner, printed } = open();
  runner.mask("first\n\nsecond");
  expect(printed()).toBe("::add-mask::first%0A%0Asecond\n::add-mask::first\n::add-mask::second\n");
});

it("writes outputs so that no value can end itself and begin another", () => {
  using folder = openScratchFolder();
  const file = join(folder.path, "output");
  const { runner, printed } = open({ GITHUB_OUTPUT: file });
  runner.setOutput("reason", "end\nreason=forged\nother<<end\nx\nend");
  const [first = "", ...rest] = readFileSync(file, "utf8").trimEnd().split("\n");
  const end = first.replace("reason<<", "");
  expect(rest.indexOf(end)).toBe(rest.length - 1);
  expect(printed()).toBe("");
});

it("prints outputs and summary where the runner names no file", () => {
  const { runner, printed } = open();
  runner.appendSummary("## Done\n");
  runner.setOutput("promoted", "1");
  expect(printed()).toMatch(/^## Done\npromoted<<(end-\S+)\n1\n\1\n$/);
});
