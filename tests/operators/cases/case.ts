/** A bug that one edit of the operator mends, or a text at which the operator has nothing to offer. */
export type OperatorCase =
  | { readonly operator: string; readonly path: string; readonly bug: string; readonly fix: string }
  | { readonly operator: string; readonly path: string; readonly text: string };

type Row = readonly [operator: string, path: string, bug: string, fix: string];

/** Rows of operator, file, bug and fix as cases. */
export function mends(...rows: readonly Row[]): readonly OperatorCase[] {
  return rows.map(([operator, path, bug, fix]) => ({ operator, path, bug, fix }));
}

/** Rows of operator, file and a text that the operator has to leave alone. */
export function leaves(...rows: readonly (readonly [string, string, string])[]): readonly OperatorCase[] {
  return rows.map(([operator, path, text]) => ({ operator, path, text }));
}
