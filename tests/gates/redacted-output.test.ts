import { expect, it } from "vitest";
import { createRedactor } from "../../src/adapters/redact.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const secret = "QZ7x9KwPq4LmVt83Rj";

it.each(["tap", "junit"] as const)(
  "keeps no piece of a secret where a long %s message is cut, wherever the cut falls",
  async (format) => {
    // A message of n characters and the secret, for each n around the place where messages are cut.
    const script = `
const secret = ["QZ7x9KwPq", "4LmVt83Rj"].join("");
const messages = Array.from({ length: 60 }, (_, at) => "x".repeat(2048 - 40 + at) + secret + "y".repeat(100));
const tap = messages.map((text, at) => "not ok " + (at + 1) + " - t" + at + "\\n  ---\\n  message: " + text + "\\n  ...");
const cases = messages.map((text, at) => '<testcase name="t' + at + '"><failure message="' + text + '">' + text + "</failure></testcase>");
console.log(${format === "tap"} ? "TAP version 13\\n1..60\\n" + tap.join("\\n") : '<testsuite name="s" tests="60" failures="60">' + cases.join("") + "</testsuite>");
process.exitCode = 1;
`;
    const files = { "print.cjs": script };
    await using sandbox = await openLocalSandbox({ files });
    const spec = buildSpec({ kind: "tests", command: "node print.cjs", format });
    const redact = createRedactor([secret]);
    const result = await runGate({ spec, sandbox }, { ...buildGateDeps(Object.keys(files)), redact });
    expect(result).toMatchObject({ status: "failed" });
    expect(result.checks).toHaveLength(60);
    const text = JSON.stringify(result);
    expect(text).toContain("x".repeat(1500));
    expect(text).not.toContain(secret.slice(0, 4));
  },
);
