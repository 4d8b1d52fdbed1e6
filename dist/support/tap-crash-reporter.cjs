/**
 * Loaded ahead of a test file that prints TAP by itself (`node --require …/tap-crash-reporter.cjs FILE`): when the
 * process dies of an uncaught error, it ends the document with a failing point named `(file)` and a plan, so that
 * what was tested until then can be read and the crash is a failure with its stack. A file that ends by itself, or
 * that leaves through process.exit, prints what it would have printed. It runs inside the user's project under the
 * user's own Node (18 and newer). `src/gates/parsers/tap.ts` reads the point.
 */
"use strict";

const { writeSync } = require("node:fs");

let points = 0;
let hasPlan = false;
let rest = "";

const write = process.stdout.write;
process.stdout.write = function countPoints(chunk, ...others) {
  const lines = `${rest}${chunk}`.split("\n");
  rest = lines.pop();
  for (const line of lines) {
    if (/^(?:not )?ok\b/.test(line)) points += 1;
    if (/^1\.\.\d/.test(line)) hasPlan = true;
  }
  return write.call(this, chunk, ...others);
};

process.on("uncaughtExceptionMonitor", (error) => {
  // A document that has its plan already is whole; the exit code tells of the crash.
  if (hasPlan) return;
  const isError = typeof error === "object" && error !== null && typeof error.message === "string";
  const message = isError ? `${error.name}: ${error.message}` : String(error);
  const stack = isError ? String(error.stack) : message;
  const lines = [
    ...(rest === "" ? [] : [""]),
    `not ok ${points + 1} (file)`,
    "  ---",
    "    message: |-",
    ...indent(message),
    "    stack: |-",
    ...indent(stack),
    "  ...",
    `1..${points + 1}`,
    // Tape's closing words, by which the document is read as one of tape's.
    `# tests ${points + 1}`,
  ];
  try {
    writeSync(1, `${lines.join("\n")}\n`);
  } catch {
    // Nobody listens any more.
  }
});

function indent(text) {
  return text
    .slice(0, 8192)
    .split("\n")
    .map((line) => `      ${line}`);
}
