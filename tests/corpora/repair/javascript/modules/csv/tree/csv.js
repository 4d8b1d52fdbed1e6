/** Reads CSV text into rows of fields; quotes may hold separators, line ends and doubled quotes. */
export function parseCsv(text, { separator = "," } = {}) {
  const rows = [];
  let row = [];
  let field = "";
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isQuoted) {
      if (character !== '"') {
        field += character;
      } else if (text[index + 1] === '"') {
        field += '"';
        index++;
      } else {
        isQuoted = false;
      }
    } else if (character === '"' && field === "") {
      isQuoted = true;
    } else if (character === separator) {
      row.push(field);
      field = "";
    } else if (character === "\n") {
      row.push(field.endsWith("\r") ? field.slice(0, -1) : field);
      rows.push(row);
      row = [];
      field = "";
    } else {
      field += character;
    }
  }
  if (isQuoted) throw new SyntaxError("a quote is not closed");
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** Rows as objects by the names in the first row; missing fields are "". */
export function parseRecords(text, options) {
  const [head = [], ...rows] = parseCsv(text, options);
  return rows
    .filter((row) => row.some((field) => field !== ""))
    .map((row) => Object.fromEntries(head.map((name, at) => [name.trim(), row[at] ?? ""])));
}

/** Writes rows as CSV, with quotes where they are needed. */
export function formatCsv(rows, { separator = "," } = {}) {
  const quote = (field) => {
    const text = String(field ?? "");
    const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
    return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
  };
  return rows.map((row) => row.map(quote).join(separator)).join("\n");
}
