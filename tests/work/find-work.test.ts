import { describe, expect, it } from "vitest";
import { type Check, checkId, findingId, type GateResult } from "../../src/domain/gate.ts";
import { findWork } from "../../src/work/find-work.ts";
import type { FinderInput } from "../../src/work/finder.ts";
import { rankItems } from "../../src/work/rank.ts";

const result = (changes: Partial<GateResult>): GateResult => ({
  gate: "unit",
  kind: "tests",
  status: "failed",
  reason: "",
  checks: [],
  findings: [],
  measurements: [],
  exitCode: 1,
  durationMs: 1,
  outputTail: "",
  network: "none",
  ...changes,
});
const failed = (file: string, name: string, message = "boom", stack = ""): Check => ({
  file,
  suite: "",
  name,
  status: "failed",
  message,
  stack,
});
const finding = (file: string, rule: string, lineText: string, line = 1) => ({
  file,
  rule,
  line,
  lineText,
  message: "is unused",
  severity: "error" as const,
});
const trackedFiles = ["src/cart.js", "src/price.js", "test/cart.test.js"];
const nothing = { issue: null, goal: "", hasModel: false };
const find = (
  results: readonly GateResult[],
  setAside: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
) =>
  findWork(
    { results, setAside, trackedFiles, asked: nothing },
    { failureSignature: ({ message = "" }) => message },
  );

describe("findWork", () => {
  it("makes one item of the tests that fail alike in one file", () => {
    const checks = [
      failed("test/cart.test.js", "a", "NaN"),
      failed("test/cart.test.js", "b", "NaN"),
      failed("test/cart.test.js", "c", "not a function"),
      failed("test/price.test.js", "a", "NaN"),
      { ...failed("test/cart.test.js", "d"), status: "passed" as const },
    ];
    const { items } = find([result({ checks })]);
    expect(items.map(({ files, signature, targets }) => [files, signature, targets.length])).toEqual([
      [["test/cart.test.js"], "NaN", 2],
      [["test/cart.test.js"], "not a function", 1],
      [["test/price.test.js"], "NaN", 1],
    ]);
    expect(items[0]).toMatchObject({
      kind: "failing-test",
      gate: "unit",
      title: "test/cart.test.js: a (and 1 more)",
      targets: [checks[0], checks[1]].map((check) => check && checkId(check)),
    });
  });

  it("gives the same failure the same id in every campaign, whatever else fails", () => {
    const one = failed("test/cart.test.js", "a", "NaN");
    const [alone] = find([result({ checks: [one] })]).items;
    const [first, second] = find([result({ checks: [failed("test/a.test.js", "x"), one] })]).items;
    expect(second?.id).toBe(alone?.id);
    expect(first?.id).not.toBe(alone?.id);
    expect(find([result({ gate: "other", checks: [one] })]).items[0]?.id).not.toBe(alone?.id);
  });

  it("makes one item of each lint rule and file, with the line of each finding", () => {
    const findings = [
      finding("src/cart.js", "no-unused", "let a", 3),
      finding("src/cart.js", "no-unused", "let b", 9),
      finding("src/cart.js", "eqeqeq", "a == b", 4),
      finding("src/price.js", "no-unused", "let a", 3),
    ];
    const { items } = find([result({ gate: "lint", kind: "lint", findings })]);
    expect(
      items.map(({ kind, files, signature, targets }) => [kind, files[0], signature, targets.length]),
    ).toEqual([
      ["lint", "src/cart.js", "no-unused", 2],
      ["lint", "src/cart.js", "eqeqeq", 1],
      ["lint", "src/price.js", "no-unused", 1],
    ]);
    expect(items[0]?.evidence.map(({ at }) => at?.line)).toEqual([3, 9]);
    expect(items[0]?.title).toBe("src/cart.js: no-unused: is unused (and 1 more)");
  });

  it("makes one item of each golden project, validated file and command, and calls type errors so", () => {
    const golden = result({
      gate: "golden",
      kind: "golden",
      checks: [failed("golden/july", "july"), failed("golden/may", "may")],
    });
    const validate = result({
      gate: "json",
      kind: "validate",
      checks: [failed("a.json", "a.json"), failed("b.json", "b.json")],
    });
    const command = result({ gate: "make", kind: "command", checks: [failed("", "make test")] });
    const types = result({
      gate: "types",
      kind: "typecheck",
      findings: [finding("src/cart.js", "TS2322", "x")],
    });
    const { items } = find([golden, validate, command, types]);
    expect(items.map(({ kind, title }) => [kind, title])).toEqual([
      ["golden", "golden project golden/july"],
      ["golden", "golden project golden/may"],
      ["failing-check", "a.json"],
      ["failing-check", "b.json"],
      ["failing-check", "make test"],
      ["type-error", "src/cart.js: TS2322: is unused"],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(6);
  });

  it("makes nothing of what is set aside", () => {
    const flaky = failed("test/cart.test.js", "flaky");
    const ignored = finding("src/cart.js", "no-unused", "let a");
    const setAside = new Map([
      ["unit", new Set([checkId(flaky)])],
      ["lint", new Set([findingId(ignored)])],
    ]);
    const results = [
      result({ checks: [flaky] }),
      result({ gate: "lint", kind: "lint", findings: [ignored] }),
    ];
    expect(find(results, setAside).items).toEqual([]);
    expect(find(results).items).toHaveLength(2);
  });

  it("makes a note and no item of a gate that ended in an error", () => {
    const broken = result({ status: "error", reason: "no report was written", checks: [failed("a", "b")] });
    expect(find([broken])).toEqual({
      items: [],
      notes: ["Gate unit gives no evidence and no work: no report was written"],
    });
  });

  it("finds nothing where everything passes", () => {
    expect(find([result({ status: "passed" })])).toEqual({ items: [], notes: [] });
  });
});

describe("the place of a failure", () => {
  const placeOf = (stack: string, message = "") =>
    find([result({ checks: [failed("test/cart.test.js", "a", message, stack)] })]).items[0]?.evidence[0]?.at;

  it.each([
    [
      "V8",
      "Error: x\n    at add (/repo/node_modules/a/index.js:1:1)\n    at sum (/repo/src/cart.js:12:5)\n    at /repo/test/cart.test.js:3:1",
    ],
    ["V8 with URLs", "    at sum (file:///repo/src/cart.js:12:5)"],
    [
      "Python",
      'Traceback\n  File "/repo/test/cart.test.js", line 3, in t\n  File "/repo/src/price.js", line 5, in total\n  File "/repo/src/cart.js", line 12, in sum',
    ],
    ["Rust", "thread 'main' panicked at src/cart.js:12:5:\nboom"],
    ["Go", "    src/cart.js:12: got 1"],
  ])("is the first frame in a source, read from a stack of %s", (_name, stack) => {
    expect(placeOf(stack)).toEqual({ file: "src/cart.js", line: 12 });
  });

  it("is the test itself where no source is on the stack, and nothing where no tracked file is", () => {
    expect(placeOf("    at /repo/test/cart.test.js:3:1")).toEqual({ file: "test/cart.test.js", line: 3 });
    expect(placeOf("    at node:internal/process:1:1\n at /elsewhere/x.js:1:1")).toBeUndefined();
  });

  it("is read from the message where the stack is empty", () => {
    expect(placeOf("", "src/price.js:7:1: boom")).toEqual({ file: "src/price.js", line: 7 });
  });
});

describe("what a person asks for", () => {
  const issue = { title: "Sums are wrong", body: "sum 2 3 is 3" };
  const look = (asked: Partial<FinderInput["asked"]>, results = [result({ status: "passed" })]) =>
    findWork(
      { results, setAside: new Map(), trackedFiles, asked: { ...nothing, hasModel: true, ...asked } },
      { failureSignature: ({ message = "" }) => message },
    );

  it("is an item without targets, so that nothing can be promoted before a test shows it", () => {
    expect(look({ issue }).items).toMatchObject([
      {
        ...{ kind: "issue", gate: "unit", title: "Sums are wrong", files: [], targets: [] },
        signature: "Sums are wrong sum 2 3 is 3",
        evidence: [{ title: "Sums are wrong", message: "sum 2 3 is 3" }],
      },
    ]);
    expect(look({ issue }).items[0]?.id).toBe(look({ issue, goal: "another" }).items[0]?.id);
  });

  it("is the goal where there is no issue, and nothing where nobody said anything", () => {
    expect(look({ goal: "Faster\nby far" }).items).toMatchObject([
      { title: "Faster", evidence: [{ message: "by far" }] },
    ]);
    expect(look({ goal: " " })).toEqual({ items: [], notes: [] });
  });

  it("is nothing without a model, and a note without a gate that runs tests", () => {
    expect(look({ issue, hasModel: false })).toEqual({ items: [], notes: [] });
    const lint = result({ gate: "lint", kind: "lint", status: "passed" });
    const broken = result({ status: "error", reason: "no report" });
    expect(look({ issue }, [lint])).toMatchObject({
      items: [],
      notes: [expect.stringContaining("The issue")],
    });
    expect(look({ goal: "x" }, [broken]).notes).toContainEqual(expect.stringContaining("The goal"));
  });

  it("comes first where it was given, and last where it is the goal", () => {
    const checks = [failed("test/cart.test.js", "a")];
    const { items } = look({ issue }, [result({ checks })]);
    const kinds = (isIssueFirst: boolean) => rankItems(items, [], { isIssueFirst }).map(({ kind }) => kind);
    expect(kinds(true)).toEqual(["issue", "failing-test"]);
    expect(kinds(false)).toEqual(["failing-test", "issue"]);
  });
});

describe("rankItems", () => {
  it("takes cheap gates first, then failures that point into a source, then those with fewer targets", () => {
    const stack = "at sum (/repo/src/cart.js:1:1)";
    const tests = result({
      checks: [
        failed("test/cart.test.js", "a", "two"),
        failed("test/cart.test.js", "b", "two"),
        failed("test/cart.test.js", "c", "one"),
        failed("test/cart.test.js", "d", "source", stack),
      ],
    });
    const lint = result({ gate: "lint", kind: "lint", findings: [finding("src/cart.js", "r", "x")] });
    const { items } = find([tests, lint]);
    const gates = [
      { name: "unit", order: 3 },
      { name: "lint", order: 1 },
    ];
    expect(rankItems(items, gates).map(({ signature }) => signature)).toEqual(["r", "source", "one", "two"]);
  });

  it("keeps the order in which equals were found", () => {
    const checks = ["x", "y", "z"].map((message) => failed("test/cart.test.js", message, message));
    const { items } = find([result({ checks })]);
    expect(rankItems(items, []).map(({ signature }) => signature)).toEqual(["x", "y", "z"]);
  });
});
