import { describe, expect, it } from "vitest";
import { type Check, checkId, findingId, type GateResult } from "../../src/domain/gate.ts";
import { type Comparison, compareGate } from "../../src/gates/compare.ts";
import { FILE_CHECK_NAME } from "../../src/gates/parsers/file-check.ts";
import { buildChecks, buildFinding, buildResult, buildSpec } from "../helpers/gate-fixtures.ts";

const spec = buildSpec({ kind: "tests", command: "true" });
const none: ReadonlySet<string> = new Set();
const id = (name: string, file = "a.test.js") => checkId({ file, suite: "", name });
function compare(base: GateResult | undefined, candidate: GateResult, rest: Partial<Comparison> = {}) {
  return compareGate({ spec, base, candidate, isStrict: false, setAside: none, proof: undefined, ...rest });
}
function compareStatuses(
  base: Parameters<typeof buildChecks>[0],
  candidate: Parameters<typeof buildChecks>[0],
  rest: Partial<Comparison> = {},
) {
  return compare(
    buildResult({ checks: buildChecks(base) }),
    buildResult({ checks: buildChecks(candidate) }),
    rest,
  );
}

describe("checks", () => {
  it("is green when it fixes one and leaves another red", () => {
    const judged = compareStatuses(
      { a: "failed", b: "failed", c: "passed" },
      { a: "passed", b: "failed", c: "passed" },
    );
    expect(judged).toMatchObject({ status: "green", fixed: [id("a")], broken: [] });
  });

  it.each([
    ["fails", { a: "failed" }],
    ["is skipped", { a: "skipped" }],
    ["is gone", {}],
  ] as const)("is red when what passed %s", (_, statuses) => {
    const judged = compareStatuses({ a: "passed", b: "passed" }, { ...statuses, b: "passed" });
    expect(judged).toMatchObject({ status: "red", broken: [id("a")] });
  });

  it("is red when a new or formerly skipped check fails", () => {
    expect(compareStatuses({ a: "passed" }, { a: "passed", b: "failed" }).broken).toEqual([id("b")]);
    expect(compareStatuses({ a: "passed", b: "skipped" }, { a: "passed", b: "failed" }).broken).toEqual([
      id("b"),
    ]);
  });

  it("does not call a failing check fixed that is skipped or gone", () => {
    expect(compareStatuses({ a: "failed", b: "passed" }, { a: "skipped", b: "passed" }).fixed).toEqual([]);
    expect(compareStatuses({ a: "failed", b: "passed" }, { b: "passed" }).fixed).toEqual([]);
  });

  it("calls a file's own failure fixed when the file loads and all of its tests pass", () => {
    expect(compareStatuses({ [FILE_CHECK_NAME]: "failed" }, { a: "passed", b: "passed" }).fixed).toEqual([
      id(FILE_CHECK_NAME),
    ]);
    expect(compareStatuses({ [FILE_CHECK_NAME]: "failed" }, { a: "passed", b: "failed" })).toMatchObject({
      fixed: [],
      status: "red",
    });
    expect(compareStatuses({ [FILE_CHECK_NAME]: "failed" }, { a: "skipped" }).fixed).toEqual([]);
  });

  describe("a check that stands for a file, a hook or a suite and is gone", () => {
    const crash = FILE_CHECK_NAME;

    it("is fixed when its file crashed midway and now runs to its end", () => {
      const judged = compareStatuses({ a: "passed", [crash]: "failed" }, { a: "passed", b: "passed" });
      expect(judged).toMatchObject({ status: "green", fixed: [id(crash)], broken: [] });
    });

    it.each(['"before all" hook for "b"', '"before each" hook in "S"', "setUpClass", "setUpModule"])(
      "is fixed when the hook %s no longer fails",
      (hook) => {
        const judged = compareStatuses({ a: "passed", [hook]: "failed" }, { a: "passed", b: "passed" });
        expect(judged.fixed).toEqual([id(hook)]);
      },
    );

    it("is fixed when it is a suite whose tests a hook had cancelled", () => {
      const inside = (status: Check["status"]) =>
        ({ ...buildChecks({ one: status })[0], suite: "S" }) as Check;
      const base = buildResult({ checks: [inside("failed"), ...buildChecks({ S: "failed", a: "passed" })] });
      const candidate = buildResult({ checks: [inside("passed"), ...buildChecks({ a: "passed" })] });
      expect(compare(base, candidate).fixed).toEqual([checkId(inside("passed")), id("S")]);
    });

    it.each([
      ["nothing new passes", { a: "passed" }],
      ["nothing of the file is left", {}],
      ["what is new is skipped", { a: "passed", b: "skipped" }],
      ["something of the file fails", { a: "passed", b: "passed", c: "failed" }],
      ["something of the file passes no more", { b: "passed" }],
    ] as const)("is not fixed when %s", (_, candidate) => {
      expect(compareStatuses({ a: "passed", [crash]: "failed" }, candidate).fixed).toEqual([]);
    });

    it("is not fixed when a failing test of the file was taken out or skipped along with it", () => {
      const base = { a: "passed", wrong: "failed", [crash]: "failed" } as const;
      expect(compareStatuses(base, { a: "passed", b: "passed" }).fixed).toEqual([]);
      expect(compareStatuses(base, { a: "passed", b: "passed", wrong: "skipped" }).fixed).toEqual([]);
      expect(compareStatuses(base, { a: "passed", b: "passed", wrong: "passed" }).fixed).toHaveLength(2);
    });

    it("is not made of a failing test by taking it out, renaming it or putting a suite in its place", () => {
      const [inside] = buildChecks({ one: "passed" });
      const base = buildResult({ checks: buildChecks({ a: "passed", S: "failed" }) });
      expect(compareStatuses({ a: "passed", S: "failed" }, { a: "passed" }).fixed).toEqual([]);
      expect(compareStatuses({ a: "passed", S: "failed" }, { a: "passed", T: "passed" }).fixed).toEqual([]);
      const candidate = [...buildChecks({ a: "passed" }), { ...inside, suite: "S" } as Check];
      expect(compare(base, buildResult({ checks: candidate })).fixed).toEqual([]);
    });

    it("lets ids that are set aside count for nothing", () => {
      const setAside = new Set([id("flaky")]);
      const base = { flaky: "passed", [crash]: "failed" } as const;
      expect(compareStatuses(base, { flaky: "failed", b: "passed" }, { setAside }).fixed).toEqual([
        id(crash),
      ]);
      expect(compareStatuses({ [crash]: "failed" }, { flaky: "passed" }, { setAside }).fixed).toEqual([]);
    });
  });

  it("counts nothing for ids that are set aside", () => {
    const setAside = new Set([id("a"), id("b")]);
    const judged = compareStatuses(
      { a: "passed", b: "failed", c: "passed" },
      { a: "failed", b: "passed", c: "passed" },
      { setAside },
    );
    expect(judged).toMatchObject({ status: "green", fixed: [], broken: [] });
    const strict = compareStatuses({ a: "failed" }, { a: "failed" }, { setAside, isStrict: true });
    expect(strict.status).toBe("green");
  });

  it("demands zero when strict", () => {
    const judged = compareStatuses(
      { a: "failed", b: "failed" },
      { a: "passed", b: "failed" },
      { isStrict: true },
    );
    expect(judged).toMatchObject({ status: "red", fixed: [id("a")], broken: [] });
    expect(judged.reason).toContain("strict");
  });

  it("tells tests of the same name in two files apart", () => {
    const base = buildResult({
      checks: [...buildChecks({ a: "failed" }, "x"), ...buildChecks({ a: "passed" }, "y")],
    });
    const swapped = buildResult({
      checks: [...buildChecks({ a: "passed" }, "x"), ...buildChecks({ a: "failed" }, "y")],
    });
    expect(compare(base, swapped)).toMatchObject({
      status: "red",
      broken: [id("a", "y")],
      fixed: [id("a", "x")],
    });
  });
});

describe("findings", () => {
  const lint = (...lines: string[]) =>
    buildResult({
      kind: "lint",
      findings: lines.map((text, index) => buildFinding(text, { line: index + 1 })),
    });

  it("is green when lines move and white space around them changes", () => {
    expect(compare(lint("a == b", "c == d"), lint("  c == d", "a == b "))).toMatchObject({
      status: "green",
      fixed: [],
    });
  });

  it("is red when there is one more of the same kind, and fixed counts one less", () => {
    const finding = findingId(buildFinding("a == b"));
    expect(compare(lint("a == b"), lint("a == b", "a == b"))).toMatchObject({
      status: "red",
      broken: [finding],
    });
    expect(compare(lint("a == b", "a == b"), lint("a == b"))).toMatchObject({
      status: "green",
      fixed: [finding],
    });
  });

  it("is red when one finding is traded for another", () => {
    expect(compare(lint("a"), lint("b"))).toMatchObject({
      status: "red",
      fixed: [findingId(buildFinding("a"))],
    });
  });

  it("keeps a clean base clean", () => {
    expect(compare(lint(), lint("a")).status).toBe("red");
  });

  it("counts a new warning although the run passes, and lets old ones be under strict", () => {
    const warned = (...lines: string[]) => ({ ...lint(...lines), status: "passed" as const, exitCode: 0 });
    expect(compare(warned(), warned("a")).status).toBe("red");
    expect(compare(warned("a"), warned("a"), { isStrict: true }).status).toBe("green");
  });
});

describe("evidence", () => {
  const green = buildResult({ checks: buildChecks({ a: "passed" }) });
  const error = buildResult({ status: "error", reason: "timed out" });

  it("never takes an error for a pass, whatever the base was", () => {
    expect(compare(green, error)).toMatchObject({ status: "error", reason: "timed out" });
    expect(compare(error, error).status).toBe("error");
    expect(compare(undefined, error).status).toBe("error");
  });

  it("compares with a base without result only when nothing fails", () => {
    const red = buildResult({ checks: buildChecks({ a: "failed" }) });
    expect(compare(error, red).status).toBe("error");
    expect(compare(undefined, red).status).toBe("error");
    expect(compare(error, green)).toMatchObject({ status: "green", fixed: [] });
  });

  it("does not count a gate that stayed green on broken source", () => {
    const proof = { status: "unproven", reason: "stayed green" } as const;
    expect(compare(green, green, { proof })).toMatchObject({ status: "unproven", reason: "stayed green" });
    expect(compare(green, green, { proof: { status: "proven", reason: "" } }).status).toBe("green");
  });
});

describe("measurements", () => {
  const rule = { pattern: "x", direction: "lower-is-better", threshold: 0.05, repeats: 5 } as const;
  const benchmark = buildSpec({ kind: "benchmark", command: "true", benchmark: rule });
  const judgeTimes = (
    base: number[],
    candidate: number[],
    direction: "lower-is-better" | "higher-is-better",
  ) =>
    compare(buildResult({ measurements: base }), buildResult({ measurements: candidate }), {
      spec: { ...benchmark, benchmark: { ...rule, direction } },
    });
  const slow = [110, 111, 112, 113, 300];
  const quick = [98, 99, 100, 101, 250];

  it("is red when measurably worse, in either direction", () => {
    expect(judgeTimes(quick, slow, "lower-is-better")).toMatchObject({
      status: "red",
      broken: [id("benchmark", "")],
    });
    expect(judgeTimes(slow, quick, "higher-is-better").status).toBe("red");
  });

  it("is fixed when measurably better", () => {
    expect(judgeTimes(slow, quick, "lower-is-better")).toMatchObject({
      status: "green",
      fixed: [id("benchmark", "")],
    });
  });

  it("says no measurable change below the threshold, within noise and after one slow run", () => {
    for (const candidate of [
      [99, 100, 101, 102, 103],
      [60, 90, 111, 140, 150],
      [98, 99, 100, 101, 10_000],
    ]) {
      const judged = judgeTimes([97, 98, 100, 103, 120], candidate, "lower-is-better");
      expect(judged).toMatchObject({ status: "green", fixed: [], broken: [] });
      expect(judged.reason).toContain("no measurable change");
    }
  });

  it("passes over a change below the threshold, however steady", () => {
    const steady = judgeTimes([100, 100, 100, 100], [104, 104, 104, 104], "lower-is-better");
    expect(steady).toMatchObject({ status: "green", reason: "no measurable change (+4 %)" });
    expect(judgeTimes([100, 100], [105, 105], "lower-is-better").status).toBe("red");
  });

  it("is an error without the base's measurements", () => {
    expect(compare(undefined, buildResult({ measurements: slow }), { spec: benchmark }).status).toBe("error");
  });
});
