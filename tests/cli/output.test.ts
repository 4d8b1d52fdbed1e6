import { expect, it } from "vitest";
import { createOutput } from "../../cli/output.ts";
import { usageError } from "../../src/domain/errors.ts";

function capture(options: Parameters<typeof createOutput>[1]) {
  const written = { stdout: "", stderr: "" };
  const into = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const output = createOutput({ stdout: into("stdout"), stderr: into("stderr") }, options);
  return { output, written };
}

const error = usageError({ code: "NO_SUCH_THING", message: "There is no x.", hint: "Name another." });

it("prints the result to standard output, and everything else to standard error", () => {
  const { output, written } = capture({ isJson: false, logFormat: "text" });
  output.note("begun");
  output.warn("careful", "");
  output.warn("careful", "look");
  output.error(error);
  output.result({ json: { a: 1 }, text: "done" });
  expect(written.stdout).toBe("done\n");
  expect(written.stderr).toBe(
    "begun\nwarning: careful\nwarning: careful\n  look\nerror: There is no x.\n  Name another.\n",
  );
});

it("prints nothing but one JSON document to standard output under --json", () => {
  const { output, written } = capture({ isJson: true, logFormat: "text" });
  output.note("begun");
  output.result({ json: { a: "\u001b[2J" }, text: "done" });
  expect(JSON.parse(written.stdout)).toEqual({ a: "\u001b[2J" });
  expect(written.stdout).not.toContain("\u001b");
});

it("logs a JSON line each with --log-format json, errors with their code", () => {
  const { output, written } = capture({ isJson: false, logFormat: "json" });
  output.note("begun\nstill");
  output.error(error);
  expect(
    written.stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { level: "info", message: "begun\nstill" },
    { level: "error", message: "There is no x.", code: "NO_SUCH_THING", hint: "Name another." },
  ]);
});

it("lets nothing that came from a repository act on the terminal", () => {
  const { output, written } = capture({ isJson: false, logFormat: "text" });
  output.result({ json: null, text: "a\u001b]0;title\u0007b\tc\nd\u202e" });
  output.warn("x\u001b[31m", "y\u009b1m");
  expect(written.stdout).toBe("a\ufffd]0;title\ufffdb\tc\nd\ufffd\n");
  expect(written.stderr).toBe("warning: x\ufffd[31m\n  y\ufffd1m\n");
});
