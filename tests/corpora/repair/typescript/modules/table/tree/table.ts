export type Align = "left" | "right" | "center";
export type Column<Row> = {
  readonly title: string;
  readonly read: (row: Row) => string | number | null | undefined;
  readonly align?: Align;
  readonly maxWidth?: number;
};

function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

function place(text: string, width: number, align: Align): string {
  const missing = width - text.length;
  if (align === "right") return " ".repeat(missing) + text;
  if (align === "left") return text + " ".repeat(missing);
  const before = Math.floor(missing / 2);
  return " ".repeat(before) + text + " ".repeat(missing - before);
}

function isNumeric(values: readonly unknown[]): boolean {
  const given = values.filter((value) => value !== null && value !== undefined);
  return given.length > 0 && given.every((value) => typeof value === "number");
}

/** Rows as lines of text; columns of numbers stand at the right unless they say otherwise. */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { gap = 2 }: { readonly gap?: number } = {}): string {
  const prepared = columns.map(({ title, read, align, maxWidth = Number.POSITIVE_INFINITY }) => {
    const values = rows.map(read);
    const cells = [title, ...values.map((value) => String(value ?? ""))].map((cell) => fit(cell, maxWidth));
    const width = Math.max(...cells.map((cell) => cell.length));
    return { cells, width, align: align ?? (isNumeric(values) ? "right" : "left") };
  });
  const lines: string[] = [];
  for (let at = 0; at <= rows.length; at += 1) {
    const parts = prepared.map(({ cells, width, align }) => place(cells[at] ?? "", width, align));
    lines.push(parts.join(" ".repeat(gap)).trimEnd());
    if (at === 0) lines.push(prepared.map(({ width }) => "-".repeat(width)).join(" ".repeat(gap)));
  }
  return lines.join("\n");
}

/** Rows with the same key together, with sums of what is counted, the largest sum first. */
export function pivot<Row>(rows: readonly Row[], keyOf: (row: Row) => string, count: (row: Row) => number): readonly { readonly key: string; readonly total: number; readonly share: number }[] {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + count(row));
  const all = [...totals.values()].reduce((sum, total) => sum + total, 0);
  return [...totals]
    .map(([key, total]) => ({ key, total, share: all === 0 ? 0 : total / all }))
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
}

/** Sorted by several columns; a minus ahead of a name turns its order round. Nothing comes last, always. */
export function sortBy<Row extends Readonly<Record<string, unknown>>>(rows: readonly Row[], names: readonly string[]): readonly Row[] {
  return [...rows].sort((left, right) => {
    for (const given of names) {
      const isDown = given.startsWith("-");
      const name = isDown ? given.slice(1) : given;
      const [a, b] = [left[name] as string | number | null, right[name] as string | number | null];
      if (a === b) continue;
      if (a === null || a === undefined) return 1;
      if (b === null || b === undefined) return -1;
      return (a < b ? -1 : 1) * (isDown ? -1 : 1);
    }
    return 0;
  });
}
