import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fillCommand } from "../../src/gates/fill-command.ts";

/** What the shell makes of a command string. */
function runShell(command: ReturnType<typeof fillCommand>): string {
  return execFileSync("sh", ["-c", String(command)]).toString();
}

it.each(["printf %s {file}", "printf %s '{file}'", 'printf %s "{file}"', 'printf %s \\\'x"{file}"'])(
  "passes any value literally through the shell in %s",
  (command) => {
    const prefix = runShell(fillCommand(command, { file: "" }));
    const value = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    const nasty = ["$(touch x)", "`id`", "a'b\"c\\", "-n; rm -rf /", "!!", "\n\t*?[a]", "{name}", "\\"];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...nasty), value), (file) => {
        expect(runShell(fillCommand(command, { file }))).toBe(prefix + file);
      }),
      { numRuns: 40 },
    );
  },
);

it("puts values plainly into an argv, and leaves braces alone that name no value", () => {
  const values = { file: "a b'c", namePattern: "x" };
  expect(fillCommand(["run", "--only={file}", "{namePattern}", "{other}"], values)).toEqual([
    "run",
    "--only=a b'c",
    "x",
    "{other}",
  ]);
  const loop = ["for file in {1..3}; do echo $", "{file} {file}; done"].join("");
  expect(fillCommand(loop, { file: "a" })).toBe(loop.replace(" {file}", " a"));
});

it("does not fill placeholders that a value brings along", () => {
  expect(fillCommand(["{file}"], { file: "{report}", report: "r" })).toEqual(["{report}"]);
});
