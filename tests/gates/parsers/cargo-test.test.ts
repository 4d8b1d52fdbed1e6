import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { parseCargoTest } from "../../../src/gates/parsers/cargo-test.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const hasCargo = spawnSync("cargo", ["--version"]).status === 0;
if (!hasCargo) console.warn("skipped: cargo is not installed (https://rustup.rs)");

const files = {
  "Cargo.toml": '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n',
  "src/lib.rs": `/// Adds.
/// \`\`\`
/// assert_eq!(shop::add(1, 2), 3);
/// \`\`\`
/// \`\`\`
/// assert_eq!(shop::add(1, 2), 4);
/// \`\`\`
pub fn add(a: i32, b: i32) -> i32 { a + b }
#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn adds() { assert_eq!(add(1, 1), 2); }
    #[test] fn wrong() { println!("test tests::adds ... ok"); assert_eq!(add(1, 1), 3, "sum"); }
    #[test] #[ignore = "slow"] fn slow() {}
    #[test] #[should_panic] fn panics() { panic!("x") }
    #[test] fn result() -> Result<(), String> { Err("nope".into()) }
}
`,
  "tests/it.rs":
    '#[test] fn adds() { assert_eq!(shop::add(1,1), 2); } #[test] fn bad() { panic!("integration"); }\n',
};
const parse = (text: string) => parseCargoTest({ text, cwd: "/r", root: "/r" });

it.skipIf(!hasCargo)("reads unit, integration and documentation tests of a crate", async () => {
  // Rustup finds its toolchains through the home folder.
  await using sandbox = await openLocalSandbox({ files, env: { HOME: process.env.HOME ?? "" } });
  const run = (command: string) =>
    sandbox.run({ command, timeoutMs: 300_000, env: { RUST_BACKTRACE: "0", CARGO_TERM_COLOR: "never" } });
  const both = (await run("cargo test --no-fail-fast --offline 2>&1")).stdout;
  const report = parse(both);
  expect(listChecks(report).toSorted()).toEqual(
    [
      "passed src/lib.rs | shop > tests | adds",
      "passed src/lib.rs | shop > tests | panics",
      "failed src/lib.rs | shop > tests | result",
      "skipped src/lib.rs | shop > tests | slow",
      "failed src/lib.rs | shop > tests | wrong",
      "passed tests/it.rs | it | adds",
      "failed tests/it.rs | it | bad",
      "passed src/lib.rs | documentation | add",
      "failed src/lib.rs | documentation | add #2",
    ].toSorted(),
  );
  expect(checkNamed(report, "wrong")).toMatchObject({
    message: "assertion `left == right` failed: sum\n  left: 2\n right: 3",
    stack: expect.stringContaining("panicked at src/lib.rs:13:"),
  });
  expect(checkNamed(report, "result").message).toBe('Error: "nope"');
  expect(checkNamed(report, "bad").message).toBe("integration");
  const { stdout } = await run("cargo test --no-fail-fast --offline");
  expect(listChecks(parse(stdout)).filter((line) => line.endsWith(" bad"))).toEqual(["failed  |  | bad"]);
  expect(checksOf(parse(stdout))).toHaveLength(9);
  fuzzParser(parseCargoTest, stdout.slice(0, stdout.indexOf("test result:") + 100));
});

it.skipIf(!hasCargo)("says that a crate does not compile, also in a text without a test", async () => {
  await using sandbox = await openLocalSandbox({
    files: { ...files, "src/lib.rs": 'pub fn add() -> i32 { "no" }\n' },
    env: { HOME: process.env.HOME ?? "" },
  });
  const { stdout } = await sandbox.run({ command: "cargo test --offline 2>&1", timeoutMs: 300_000 });
  expect(reasonOf(parse(stdout))).toMatch(/^error: could not compile `shop`/);
});

const run = (tests: string, result: string) =>
  `\nrunning 2 tests\n${tests}\ntest result: ${result}; finished in 0.00s\n`;
const counts = (passed: number, failed: number) =>
  `${failed > 0 ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed; 0 ignored; 0 measured; 0 filtered out`;

it("tells tests of one name in several binaries apart", () => {
  const text =
    run("test a ... ok\ntest b ... ok", counts(2, 0)) + run("test a ... FAILED\ntest b ... ok", counts(1, 1));
  expect(listChecks(parse(text))).toEqual([
    "passed  |  | a",
    "passed  |  | b",
    "failed  |  | a #2",
    "passed  |  | b #2",
  ]);
});

it("does not let what a test prints pass for a result", () => {
  const forged = run(
    "test a ... FAILED\ntest b ... FAILED\n\nfailures:\n\n---- a stdout ----\ntest a ... ok",
    counts(0, 2),
  );
  expect(listChecks(parse(forged))).toEqual(["failed  |  | a", "failed  |  | b"]);
  const early = run(
    `test a ... FAILED\ntest b ... ok\n\nfailures:\n\ntest result: ${counts(2, 0)};`,
    counts(1, 1),
  );
  expect(reasonOf(parse(early))).toBe("2 tests passed and 1 are listed so");
});

it("refuses binaries that crashed and counts that disagree", () => {
  expect(reasonOf(parse(""))).toBe("no test binary was run");
  expect(reasonOf(parse("running 2 tests\ntest a ... ok\n"))).toBe(
    "a test binary has no result: it was cut short or crashed",
  );
  expect(reasonOf(parse(run("test a ... ok\ntest b ...noise ok", counts(2, 0))))).toBe(
    "2 tests passed and 1 are listed so",
  );
  expect(reasonOf(parse(run("test a ... ok", counts(1, 0))))).toBe("2 tests began and 1 ended");
  expect(reasonOf(parse(`test result: ${counts(2, 0)};`))).toBe("a test result that no run belongs to");
  const praised = run("test a ... FAILED\ntest b ... ok", counts(1, 1).replace("FAILED", "ok"));
  expect(reasonOf(parse(praised))).toBe("the result is ok, and 1 tests failed");
});

it("reads a test's line also when something was written to its stream past libtest", () => {
  const counts =
    "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
  const report = parse(
    `running 3 tests\nwordstest a::one ... ok\ntest a::two ... wordsok\ntest a::three ... more\nwords\nok\n\n${counts}\n`,
  );
  expect(checksOf(report).map(({ name, status }) => [name, status])).toEqual([
    ["one", "passed"],
    ["two", "passed"],
    ["three", "passed"],
  ]);
  // A word that looks like an outcome is found out by the counts.
  const forged = counts.replace("ok. 3 passed; 0 failed", "FAILED. 0 passed; 1 failed");
  expect(reasonOf(parse(`running 1 test\ntest a::one ... I am ok\nFAILED\n\n${forged}\n`))).toContain(
    "listed so",
  );
});
