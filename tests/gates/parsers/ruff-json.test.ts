import { expect, it } from "vitest";
import { parseRuffJson } from "../../../src/gates/parsers/ruff-json.ts";
import { findingsOf } from "../../helpers/findings-of.ts";

const place = { cwd: "/r/py", root: "/r" };
/** As documented at https://docs.astral.sh/ruff/settings/#output-format; Ruff is not on this machine's registries. */
const finding = {
  cell: null,
  code: "F401",
  end_location: { column: 10, row: 1 },
  filename: "/r/py/app.py",
  fix: { applicability: "safe", edits: [], message: "Remove unused import: `os`" },
  location: { column: 8, row: 1 },
  message: "`os` imported but unused",
  noqa_row: 1,
  url: "https://docs.astral.sh/ruff/rules/unused-import",
};

it("reads findings and syntax errors", () => {
  const text = JSON.stringify([finding, { ...finding, code: null, message: "SyntaxError: x" }]);
  expect(findingsOf(parseRuffJson({ text, ...place }))).toEqual([
    {
      file: "py/app.py",
      line: 1,
      column: 8,
      rule: "F401",
      message: "`os` imported but unused",
      severity: "error",
    },
    expect.objectContaining({ rule: "invalid-syntax" }),
  ]);
  expect(findingsOf(parseRuffJson({ text: "[]", ...place }))).toEqual([]);
});

it("refuses nothing, half a list and text", () => {
  for (const text of ["", JSON.stringify([finding]).slice(0, -1), "All checks passed!", '[{"code":"X"}]']) {
    expect(parseRuffJson({ text, ...place }).status).toBe("unreadable");
  }
});
