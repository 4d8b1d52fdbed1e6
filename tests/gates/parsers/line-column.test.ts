import { expect, it } from "vitest";
import { parseLineColumn } from "../../../src/gates/parsers/line-column.ts";
import { findingsOf } from "../../helpers/findings-of.ts";

const place = { cwd: "/r/pkg", root: "/r" };
const read = (text: string) => findingsOf(parseLineColumn({ text, ...place }));

it.each([
  ["src/a b.c:3:14: error: expected ';'", "pkg/src/a b.c", 3, 14, "", "error"],
  ["./main.go:5:2: fmt.Printf format %d has arg", "pkg/main.go", 5, 2, "", "error"],
  ["vet: ./main.go:3:1: expected declaration", "pkg/main.go", 3, 1, "", "error"],
  ["src/main.rs:2:9: warning: unused variable: `x`", "pkg/src/main.rs", 2, 9, "", "warning"],
  ["src/main.rs:2:9: error[E0308]: mismatched types", "pkg/src/main.rs", 2, 9, "E0308", "error"],
  ["app.py:1:1: F401 'os' imported but unused", "pkg/app.py", 1, 1, "F401", "error"],
  [
    "app.py:1:0: C0114: Missing docstring (missing-module-docstring)",
    "pkg/app.py",
    1,
    undefined,
    "C0114",
    "error",
  ],
  ["/r/a.js:2:5: 'x' is unused. [Warning/no-unused-vars]", "a.js", 2, 5, "no-unused-vars", "warning"],
  [
    "a.c:7: warning: unused variable [-Wunused-variable]",
    "pkg/a.c",
    7,
    undefined,
    "-Wunused-variable",
    "warning",
  ],
])("reads %s", (text, file, line, column, rule, severity) => {
  const [finding] = read(text);
  expect([finding?.file, finding?.line, finding?.column, finding?.rule, finding?.severity]).toEqual([
    file,
    line,
    column,
    rule,
    severity,
  ]);
});

it("passes over headings, excerpts, notes, clocks and addresses", () => {
  const text = [
    "# example.com/m",
    "2026-01-02 10:20:30 started",
    "see http://localhost:80: it listens",
    "a.c:3:1: note: declared here",
    "    3 | int x",
    "a.c:4:1: error: no",
    "2 problems",
  ].join("\r\n");
  expect(read(text)).toHaveLength(1);
  expect(read("")).toEqual([]);
  expect(read("all good, 7 files\n")).toEqual([]);
});

it("refuses places in another notation and binary output", () => {
  for (const text of ["src/a.ts(3,4): error: no", "a.py, line 4: no", "a\0b"]) {
    expect(parseLineColumn({ text, ...place }).status).toBe("unreadable");
  }
});

it("stays quick on a long line", () => {
  expect(read(`${"a".repeat(5_000_000)}\nb.c:1:1: error: no`)).toHaveLength(1);
});
