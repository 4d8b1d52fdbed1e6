import type { Domain } from "../domain.ts";

/** Transposed matrices; only square ones come out right. */
export const matrix: Domain = {
  module: "matrix",
  names: ["transpose", "columnsOf", "turnOver"],
  parameters: [{ name: "rows", type: "readonly (readonly number[])[]" }],
  returns: "number[][]",
  summary: "The columns of a matrix, as rows. It has at least one row.",
  js: {
    buggy: "return rows.map((_, column) => rows.map((row) => row[column]));",
    fixes: {
      operator: { body: "return rows[0].map((_, column) => rows.map((row) => row[column]));" },
      guard: {
        body: "const [first, ...others] = rows;\nreturn first.map((value, column) => [value, ...others.map((row) => row[column])]);",
      },
      loop: {
        body: "const columns = [];\nfor (let column = 0; column < rows[0].length; column += 1) {\n  columns.push(rows.map((row) => row[column]));\n}\nreturn columns;",
      },
      helper: {
        body: "return rows[0].map((_, index) => columnAt(rows, index));",
        helper: "function columnAt(rows, index) {\n  return rows.map((row) => row[index]);\n}",
      },
    },
  },
  py: {
    buggy: "return [[row[column] for row in rows] for column in range(min(len(rows), len(rows[0])))]",
    fixes: {
      operator: { body: "return [[row[column] for row in rows] for column in range(len(rows[0]))]" },
      guard: { body: "return [list(column) for column in zip(*rows)]" },
      loop: {
        body: "columns = []\nfor index in range(len(rows[0])):\n    columns.append([row[index] for row in rows])\nreturn columns",
      },
      helper: {
        body: "return [_column_at(rows, index) for index in range(len(rows[0]))]",
        helper: "def _column_at(rows, index):\n    return [row[index] for row in rows]",
      },
    },
  },
  right: (rows) => {
    const matrix = rows as readonly (readonly number[])[];
    return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? 0));
  },
  ordinary: (random) => [makeRows(2, 2, () => random.int(11, 99))],
  edge: (random) => [makeRows(2, random.int(3, 4), () => random.int(11, 99))],
};

function makeRows(height: number, width: number, make: () => number): readonly (readonly number[])[] {
  return Array.from({ length: height }, () => Array.from({ length: width }, make));
}
