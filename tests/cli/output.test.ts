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
  expect(written.stdout).toBe("ab\tc\nd\ufffd\n");
  expect(written.stderr).toBe("warning: x\n  y\n");
});

const commands = [
  "::set-output name=x::1",
  "::add-mask::secret",
  "::error file=a.js,line=1::evil",
  "::stop-commands::token",
  "##[error]evil",
  "##[group]evil",
  "##vso[task.setvariable variable=x]1",
  "##teamcity[buildStatus status='SUCCESS']",
];

it.each(commands)("prints %s so that no log takes it for a command", (command) => {
  const places = [
    command,
    `  \t${command}`,
    `\u00a0\u2003${command}`,
    `\ufeff\u200b${command}`,
    `first\n${command}\nlast`,
    `first\r${command}`,
    `first\r\n  ${command}`,
    `\u001b[31m${command}`,
    command.replace(/^(.)/, "$1\u001b[0m"),
    command.replace(/^(.)/, "$1\u001b]0;x\u0007"),
    `\u2028${command}`,
    `\u0085${command}`,
    `\u000b\u000c${command}`,
  ];
  for (const text of places) {
    for (const isJson of [false, true]) {
      const { output, written } = capture({ isJson, logFormat: isJson ? "json" : "text" });
      output.result({ json: { message: text, [text]: [text] }, text });
      output.note(text);
      output.warn(text, text);
      output.error(usageError({ code: "X", message: text, hint: text }));
      for (const stream of Object.values(written))
        expect(findCommands(stream), JSON.stringify(text)).toEqual([]);
      if (isJson) expect(JSON.parse(written.stdout)).toEqual({ message: text, [text]: [text] });
      if (isJson) expect(JSON.parse(written.stderr.split("\n")[0] ?? "").message).toBe(text);
    }
  }
});

it("leaves double colons and hashes alone that are no commands", () => {
  const text = "std::vector::size\na ::b\n## Title\n### [link](x)\n```\n#[derive(Debug)]\n```";
  const { output, written } = capture({ isJson: false, logFormat: "text" });
  output.result({ json: null, text });
  expect(written.stdout).toBe(`${text}\n`);
});

it("takes long text without an end of its sequences in linear time", () => {
  const text = `${"\u001b]0;".repeat(100_000)}${"\u001b[".repeat(100_000)}${" ".repeat(100_000)}::x`;
  const { output, written } = capture({ isJson: false, logFormat: "text" });
  output.result({ json: null, text });
  expect(findCommands(written.stdout)).toEqual([]);
});

/** As GitHub's runner reads a log: lines end at CR and LF, white space is passed over, the older form is anywhere. */
function findCommands(stream: string): readonly string[] {
  return stream
    .split(/\r\n|\r|\n|\u2028|\u2029|\u0085/)
    .filter((line) => line.trimStart().startsWith("::") || /##(\[|vso\[|teamcity\[)/.test(line));
}
