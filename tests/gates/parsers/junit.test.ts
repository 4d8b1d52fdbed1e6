import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { parseJunit } from "../../../src/gates/parsers/junit.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../../node_modules") };
const parse = (text: string, file?: string) =>
  parseJunit({ text, cwd: "/r/pkg", root: "/r", ...(file === undefined ? {} : { file }) });
const suites = (...parts: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>${parts.join("\n")}</testsuites>\n`;

it("reads what Vitest writes, with the file that suite and class agree on", async () => {
  await using sandbox = await openLocalSandbox({
    links,
    files: {
      "package.json": '{"type":"module"}',
      "test/a.test.js": `
import { describe, expect, test } from "vitest";
describe("cart <a & b>", () => { test("adds", () => {}); test("fails", () => { expect("<").toBe("&"); }); });
test.skip("is skipped", () => {});
`,
    },
  });
  const path = `${sandbox.outDir}/report`;
  await sandbox.run({
    command: ["vitest", "run", "--reporter=junit", `--outputFile=${path}`],
    timeoutMs: 60_000,
  });
  const text = await readFile(path, "utf8");
  const report = parseJunit({ text, cwd: sandbox.mountPath, root: sandbox.mountPath });
  expect(listChecks(report)).toEqual([
    "passed test/a.test.js |  | cart <a & b> > adds",
    "failed test/a.test.js |  | cart <a & b> > fails",
    "skipped test/a.test.js |  | is skipped",
  ]);
  expect(checksOf(report)[1]?.message).toContain("expected '<' to be '&'");
  expect(checksOf(report)[1]?.stack).toContain("test/a.test.js:3:");
  fuzzParser(parseJunit, text);
});

it("reads what Mocha's XUnit reporter and node:test's JUnit reporter write", async () => {
  await using sandbox = await openLocalSandbox({
    links,
    files: {
      "mocha.js":
        'describe("cart", () => { it("adds", () => {}); it("fails", () => { throw new Error("boom"); }); it.skip("later"); });',
      "node.test.mjs":
        'import { describe, it } from "node:test"; describe("cart", () => { it("adds", () => {}); it("fails", () => { throw new Error("boom"); }); });',
    },
  });
  const place = { cwd: sandbox.mountPath, root: sandbox.mountPath };
  const mocha = await sandbox.run({ command: ["mocha", "--reporter=xunit", "mocha.js"], timeoutMs: 60_000 });
  expect(listChecks(parseJunit({ text: mocha.stdout, ...place }))).toEqual([
    "passed mocha.js | Mocha Tests > cart | adds",
    "failed mocha.js | Mocha Tests > cart | fails",
    "skipped mocha.js | Mocha Tests > cart | later",
  ]);
  const node = await sandbox.run({
    command: [process.execPath, "--test", "--test-reporter=junit", "node.test.mjs"],
    timeoutMs: 60_000,
  });
  const report = parseJunit({ text: node.stdout, ...place });
  expect(listChecks(report)).toEqual([
    "passed node.test.mjs | cart | adds",
    "failed node.test.mjs | cart | fails",
  ]);
  expect(checkNamed(report, "fails").message).toContain("boom");
});

it("reads Maven's reports: classes, errors, tests that passed in another try", () => {
  const text = `<testsuite name="com.example.CartTest" time="0.1" tests="4" errors="1" skipped="0" failures="1">
    <properties><property name="java.version" value="21"/></properties>
    <testcase name="adds" classname="com.example.CartTest" time="0.004"/>
    <testcase name="fails" classname="com.example.CartTest" time="1,000.5">
      <failure message="expected: &lt;1&gt; but was: &lt;2&gt;" type="AssertionFailedError"><![CDATA[AssertionFailedError: expected: <1>
	at com.example.CartTest.fails(CartTest.java:12)]]></failure>
    </testcase>
    <testcase name="throws" classname="com.example.CartTest"><error type="java.lang.IllegalStateException">trace</error></testcase>
    <testcase name="wavers" classname="com.example.CartTest"><flakyFailure message="once"/><system-out>FAILED</system-out></testcase>
  </testsuite>`;
  const report = parse(text, "src/CartTest.java");
  expect(listChecks(report)).toEqual([
    "passed src/CartTest.java | com.example.CartTest | adds",
    "failed src/CartTest.java | com.example.CartTest | fails",
    "failed src/CartTest.java | com.example.CartTest | throws",
    "passed src/CartTest.java | com.example.CartTest | wavers",
  ]);
  expect(checkNamed(report, "fails")).toMatchObject({
    message: "expected: <1> but was: <2>",
    stack: "AssertionFailedError: expected: <1>\n\tat com.example.CartTest.fails(CartTest.java:12)",
    durationMs: 1_000_500,
  });
  expect(checkNamed(report, "throws").message).toBe("trace");
});

it("reads files of tests and of suites, nested suites and outcomes that are attributes", () => {
  const text = suites(
    `<testsuite name="outer" file="spec/a_spec.rb"><testsuite name="inner">
       <testcase name="one" classname="inner"/>
       <testcase name="two" file="./spec/b_spec.rb"><skipped/></testcase>
     </testsuite></testsuite>`,
    `<testsuite name="google"><testcase name="off" status="notrun" result="suppressed"/>
       <testcase name="bad" status="failed"/><testcase name="on" status="run" result="completed"/></testsuite>`,
  );
  expect(listChecks(parse(text))).toEqual([
    "passed pkg/spec/a_spec.rb | outer > inner | one",
    "skipped pkg/spec/b_spec.rb | outer > inner | two",
    "skipped  | google | off",
    "failed  | google | bad",
    "passed  | google | on",
  ]);
});

it("keeps twins apart and a suite's own failure", () => {
  const twins = suites(
    '<testsuite name="s"><testcase name="x"/><testcase name="x"><failure/></testcase></testsuite>',
  );
  expect(listChecks(parse(twins))).toEqual(["passed  | s | x", "failed  | s | x #2"]);
  const own = suites(
    '<testsuite name="s" file="a.js"><error message="no database"/><testcase name="x"/></testsuite>',
  );
  expect(listChecks(parse(own))).toEqual(["passed pkg/a.js | s | x", "failed pkg/a.js | s | (file)"]);
});

it("refuses suites that announce what they do not list, and tests without a name", () => {
  expect(
    reasonOf(parse(suites('<testsuite name="s" tests="1" failures="1"><testcase name="x"/></testsuite>'))),
  ).toBe('suite "s" announces 1 failures and lists none');
  expect(
    reasonOf(parse('<testsuites errors="2"><testsuite><testcase name="x"/></testsuite></testsuites>')),
  ).toBe('suite "" announces 2 failures and lists none');
  expect(reasonOf(parse(suites('<testsuite name="s" tests="3"/>')))).toBe(
    'suite "s" announces 3 tests and lists none',
  );
  expect(reasonOf(parse(suites('<testsuite name="s"><testcase/></testsuite>')))).toBe(
    'a test without a name in suite "s"',
  );
  expect(listChecks(parse("<testsuites/>"))).toEqual([]);
});

it("refuses what is not one whole document, and any document type", () => {
  expect(reasonOf(parse(""))).toBe("the report is empty");
  expect(reasonOf(parse("<html></html>"))).toBe("not JUnit: the document's root is <html>");
  for (const text of ["ok 1", "<testsuites>", "<testsuites></testsuites", "<testsuites/><testsuites/>"]) {
    expect(reasonOf(parse(text)), text).toMatch(/^not (?:well-formed XML|one XML document)/);
  }
  const bomb = `<!DOCTYPE x [<!ENTITY a "${"b".repeat(99)}"><!ENTITY c "&a;&a;&a;">]><testsuites>&c;</testsuites>`;
  expect(reasonOf(parse(bomb))).toBe("a document type is refused: it may hold entities");
  expect(
    reasonOf(parse(`<testsuites>${"<testsuite>".repeat(5000)}${"</testsuite>".repeat(5000)}</testsuites>`)),
  ).toMatch(/nested/);
});
