/** Lines that are looked at; what a name is defined in lies further up than that only in generated code. */
const MAX_LINES = 20_000;
const MAX_LINE_CHARS = 400;
const definition =
  /^\s*(?:(?:export|default|public|private|protected|static|async|abstract|pub|const|let|var|final)\s+)*(?:(?:function\*?|class|def|fn|func|interface|type|enum|struct|trait|object)\s+|\([^)]*\)\s*)?([A-Za-z_$][\w$]*)\s*(?:[=(<:{]|\b)/;
const keyword =
  /\b(?:function|class|def|fn|func|const|let|var|interface|type|enum|struct|trait|static|async)\b/;

/**
 * Lines, 1-based, on which one of the names is defined, as far as one line can tell, in any of the usual languages; in the
 * order of the names. Pure.
 */
export function findDefinitions(lines: readonly string[], names: ReadonlySet<string>): readonly number[] {
  const order = new Map([...names].map((name, at) => [name, at]));
  const found = lines.slice(0, MAX_LINES).flatMap((line, index) => {
    const text = line.slice(0, MAX_LINE_CHARS);
    const name = definition.exec(text)?.[1];
    const rank = order.get(name ?? "");
    if (rank === undefined) return [];
    // `name(…) {` is a method, `name(…);` a call.
    return keyword.test(text) || /\)\s*(?::[^;]*)?\{\s*$/.test(text) ? [{ line: index + 1, rank }] : [];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ line }) => line);
}
