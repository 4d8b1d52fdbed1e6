import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { buildCommand } from "../../../src/config/shell/build-command.ts";
import { plainWord } from "../../../src/config/shell/plain-word.ts";
import { splitShell } from "../../../src/config/shell/split-shell.ts";

const texts = (command: string) =>
  splitShell(command)?.map(({ operator, words }) => [operator, ...words.map(({ text }) => text)]);

describe("splitShell", () => {
  it("splits lists of commands into words without their quotes", () => {
    expect(texts(`a 'b c' "d \\" e" && f\\ g; h | i || j\nk & l`)).toEqual([
      ["", "a", "b c", 'd " e'],
      ["&&", "f g"],
      [";", "h"],
      ["|", "i"],
      ["||", "j"],
      [";", "k"],
      ["&", "l"],
    ]);
  });

  it.each([["a 'b  c' d\\ e \"f'g\""], ["printf %s 'x;y' \"a b\"c"], ["a \\\n b"], ["é '日本' --x=\"1 2\""]])(
    "reads %j as sh does",
    (command) => {
      const [segment] = splitShell(command) ?? [];
      const printed = execFileSync("sh", ["-c", `for word in ${command}; do printf '%s\\0' "$word"; done`]);
      expect(segment?.words.map(({ text }) => text)).toEqual(printed.toString().split("\0").slice(0, -1));
    },
  );

  it("takes assignments ahead of a command apart", () => {
    const [segment] = splitShell("A=1 B='x y' C=$D run E=2") ?? [];
    expect(segment?.assignments.map(({ name, value }) => [name, value.text, value.isPlain])).toEqual([
      ["A", "1", true],
      ["B", "x y", true],
      ["C", "$D", false],
    ]);
    expect(segment?.words.map(({ text }) => text)).toEqual(["run", "E=2"]);
  });

  it.each([
    ["a/*.js", false],
    ["'a/*.js'", true],
    ['"a/*.js"', true],
    ["a?", false],
    ["$HOME/x", false],
    ['"$HOME"', false],
    ['"\\$HOME"', true],
    ["~/x", false],
    ["a~", true],
    ["[ab]", false],
    ["{a,b}", true],
  ])("knows whether the shell expands %s: plain is %s", (word, isPlain) => {
    expect(splitShell(`x ${word}`)?.[0]?.words[1]?.isPlain).toBe(isPlain);
  });

  it.each(["a $(b)", "a `b`", "(a)", "a > b", "a < b", "a 'b", 'a "b', "a # b", 'a "$(b)"'])(
    "leaves %s to a real shell",
    (command) => {
      const segments = splitShell(command);
      expect(segments === null || segments.some(({ words }) => words.some(({ isPlain }) => !isPlain))).toBe(
        true,
      );
    },
  );
});

describe("buildCommand", () => {
  it("is an argv where nothing needs a shell", () => {
    const [segment] = splitShell("A=1 run 'test/*.js'") ?? [];
    expect(buildCommand([...(segment?.words ?? []), "{file}"], segment?.assignments)).toEqual({
      command: ["run", "test/*.js", "{file}"],
      env: { A: "1" },
    });
  });

  it("is a string that keeps what the shell expands, with placeholders outside of quotes", () => {
    const [segment] = splitShell("A=$B run test/*.js") ?? [];
    expect(buildCommand([...(segment?.words ?? []), "it's", "--out={report}"], segment?.assignments)).toEqual(
      {
        command: "A=$B run test/*.js 'it'\\''s' --out={report}",
        env: {},
      },
    );
  });

  it("quotes words so that sh gives them back", () => {
    for (const text of ["a b", "it's", "$x", "", "*", "a\nb", "-n", "\\"]) {
      const printed = execFileSync("sh", ["-c", `printf '%s' ${plainWord(text).raw}`]).toString();
      expect(printed).toBe(text);
    }
  });
});
