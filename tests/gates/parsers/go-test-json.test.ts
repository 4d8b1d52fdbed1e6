import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseGoTestJson } from "../../../src/gates/parsers/go-test-json.ts";
import { fuzzParser } from "../../helpers/fuzz-parser.ts";
import { openLocalSandbox } from "../../helpers/local-sandbox.ts";
import { checkNamed, checksOf, listChecks, reasonOf } from "../../helpers/report-checks.ts";

const program = "go";
const hasGo = spawnSync(program, ["version"]).status === 0;
if (!hasGo)
  console.warn("skipped: go is not installed (apt-get install golang-go); its recorded output is read");

/** Printed by go 1.19 for the packages of `files`. */
const recorded = readFileSync(join(import.meta.dirname, "fixtures/go-1.19.jsonl"), "utf8");
const files = {
  "go.mod": "module example.com/m\n\ngo 1.19\n",
  "none/a.go": "package none\n",
  "bad/a_test.go": 'package bad\nimport "testing"\nfunc TestX(t *testing.T) { undefined_thing() }\n',
  "initp/a_test.go":
    'package initp\nimport ("testing";"os")\nfunc TestMain(m *testing.M) { os.Exit(3) }\nfunc TestY(t *testing.T) { }\n',
  "nob/a_test.go": `package nob
import "testing"
func TestFirst(t *testing.T) { }
func TestPanic(t *testing.T) { var m map[string]int; m["a"] = 1 }
func TestNever(t *testing.T) { }
`,
  "ok/a_test.go": `package ok
import ("testing"; "fmt")
func TestOk(t *testing.T) { fmt.Println(\`{"Action":"pass"}\`) }
func TestBad(t *testing.T) { t.Errorf("got %d", 1) }
func TestSub(t *testing.T) { t.Run("one", func(t *testing.T) {}); t.Run("two/x", func(t *testing.T) { t.Fatal("sub") }) }
func TestSkip(t *testing.T) { t.Skip("no") }
`,
};
const expected = [
  "failed example.com/m/bad |  | (file)",
  "failed example.com/m/initp |  | (file)",
  "passed example.com/m/nob |  | TestFirst",
  "failed example.com/m/nob |  | TestPanic",
  "passed example.com/m/ok |  | TestOk",
  "failed example.com/m/ok |  | TestBad",
  "failed example.com/m/ok |  | TestSub",
  "passed example.com/m/ok | TestSub | one",
  "failed example.com/m/ok | TestSub > two | x",
  "skipped example.com/m/ok |  | TestSkip",
];
const parse = (text: string) => parseGoTestJson({ text, cwd: "/r", root: "/r" });
const lines = (...events: readonly object[]) => events.map((event) => `${JSON.stringify(event)}\n`).join("");

it.skipIf(!hasGo)("reads what go test -json prints here", async () => {
  await using sandbox = await openLocalSandbox({ files, env: { GOFLAGS: "-mod=mod", GOPROXY: "off" } });
  const { stdout } = await sandbox.run({
    command: [program, "test", "-json", "-count=1", "./..."],
    timeoutMs: 300_000,
  });
  expect(listChecks(parse(stdout)).toSorted()).toEqual(expected.toSorted());
});

it("reads what go 1.19 printed: failures, panics, subtests, packages that exit or do not build", () => {
  const report = parse(recorded);
  expect(listChecks(report)).toEqual(expected);
  expect(checkNamed(report, "TestBad")).toMatchObject({ message: "a_test.go:4: got 1" });
  expect(checkNamed(report, "TestPanic").message).toMatch(
    /^panic: assignment to entry in nil map \[recovered\]/,
  );
  expect(checkNamed(report, "TestPanic").message).not.toContain("goroutine");
  expect(checkNamed(report, "TestPanic").stack).toContain("/r/nob/a_test.go:4");
  expect(checkNamed(report, "TestSub").message).toBe("a_test.go:5: sub");
  const [bad, exits] = checksOf(report);
  expect(bad?.message).toContain("[build failed]");
  expect(exits?.message).toContain("exit status 3");
});

it("reads build errors as go 1.24 and newer report them", () => {
  const path = "example.com/m [example.com/m.test]";
  const report = parse(
    lines(
      { ImportPath: path, Action: "build-output", Output: `# ${path}\n` },
      { ImportPath: path, Action: "build-output", Output: "./a_test.go:3:28: undefined: thing\n" },
      { ImportPath: path, Action: "build-fail" },
      { Action: "start", Package: "example.com/m" },
      { Action: "output", Package: "example.com/m", Output: "FAIL\texample.com/m [build failed]\n" },
      { Action: "fail", Package: "example.com/m", Elapsed: 0, FailedBuild: path },
    ),
  );
  expect(listChecks(report)).toEqual(["failed example.com/m |  | (file)"]);
  expect(checksOf(report)[0]?.message).toContain("./a_test.go:3:28: undefined: thing");
});

it("counts a test that never ended as failed, since the process died in it", () => {
  const report = parse(
    lines(
      { Action: "run", Package: "m", Test: "TestA" },
      { Action: "output", Package: "m", Test: "TestA", Output: "panic: test timed out after 1s\n" },
      { Action: "fail", Package: "m", Elapsed: 1 },
    ),
  );
  expect(listChecks(report)).toEqual(["failed m |  | TestA"]);
  expect(checkNamed(report, "TestA").message).toBe("panic: test timed out after 1s");
});

it("refuses packages and tests without an end, and lines that are not of go", () => {
  expect(reasonOf(parse(""))).toBe("go test wrote no report");
  expect(reasonOf(parse(lines({ Action: "run", Package: "m", Test: "TestA" })))).toBe(
    "package m has no end: the report is cut short",
  );
  const open = lines({ Action: "run", Package: "m", Test: "TestA" }, { Action: "pass", Package: "m" });
  expect(reasonOf(parse(open))).toBe("test TestA of package m has no end");
  const mended = lines({ Action: "fail", Package: "m", Test: "TestA" }, { Action: "pass", Package: "m" });
  expect(reasonOf(parse(mended))).toBe("package m does not fail, but a test in it does");
  expect(reasonOf(parse("make: *** [test] Error 1\n"))).toBe(
    "line 1 is not of go test -json: make: *** [test] Error 1",
  );
  expect(reasonOf(parse('{"Action":"pass","Package":"m"'))).toBe("go test's report is cut in its last line");
});

it("takes no cut or broken report for a pass", () => {
  // Packages that are whole end at a line, so that a cut shows within one package alone.
  const one = recorded
    .split("\n")
    .filter((line) => line.includes('"example.com/m/ok"'))
    .join("\n");
  fuzzParser(parseGoTestJson, `${one}\n`);
});
