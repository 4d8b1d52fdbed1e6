import { expect, it } from "vitest";
import { parseTap } from "../../../src/gates/parsers/tap.ts";
import { trimDiagnostics } from "../../../src/gates/parsers/trim-diagnostics.ts";
import { checkNamed, listChecks } from "../../helpers/report-checks.ts";

const tap = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
const parse = (text: string) => parseTap({ text, cwd: "/r", root: "/r" });

it("keeps the diagnostics of points that fail and drops those of points that pass", () => {
  const text = tap("ok 1", "  ---", "  a: 1", "  ...", "not ok 2", "  ---", "  b: 2", "  ...", "1..2");
  expect(trimDiagnostics(text)).toBe(tap("ok 1", "not ok 2", "  ---", "  b: 2", "  ...", "1..2"));
});

it("keeps a hundred lines of one point, and every point behind it", () => {
  const lines = Array.from({ length: 50_000 }, (_, index) => `  key${index}: 1`);
  const text = tap("not ok 1 - a", "  ---", "  message: boom", ...lines, "  ...", "not ok 2 - b", "1..2");
  expect(trimDiagnostics(text).split("\n")).toHaveLength(106);
  const report = parse(text);
  expect(listChecks(report)).toEqual(["failed  |  | a", "failed  |  | b"]);
  expect(checkNamed(report, "a").message).toBe("boom");
});

it("ends a block that is never closed where its indentation ends", () => {
  const text = tap("ok 1 - a", "  ---", "  a: 1", "not ok 2 - b", "1..2");
  expect(trimDiagnostics(text)).toBe(tap("ok 1 - a", "not ok 2 - b", "1..2"));
  expect(listChecks(parse(text))).toEqual(["passed  |  | a", "failed  |  | b"]);
});

it("leaves dashes that follow no point alone, and blocks inside subtests in their place", () => {
  const noise = tap("  ---", "not ok 1 - a", "1..1");
  expect(trimDiagnostics(noise)).toBe(noise);
  const nested = tap(
    "# Subtest: s",
    "    not ok 1 - a",
    "      ---",
    "      message: boom",
    "      ...",
    "    1..1",
    "not ok 1 - s",
    "  ---",
    "  x: 1",
    "  ...",
    "1..1",
  );
  expect(trimDiagnostics(nested)).toBe(nested);
  expect(checkNamed(parse(nested), "a").message).toBe("boom");
});

it("survives diagnostics that refer to themselves without end", () => {
  const bomb = [
    "  a: &a [x, x]",
    ...[..."bcdefghi"].map((name, index) => {
      const before = "abcdefgh"[index];
      return `  ${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
    }),
  ];
  const report = parse(tap("not ok 1 - a", "  ---", ...bomb, "  ...", "1..1"));
  expect(listChecks(report)).toEqual(["failed  |  | a"]);
});
