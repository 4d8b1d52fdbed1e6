import { type RustToken, tokenizeRust } from "./tokenize-rust.ts";

/** An item that tests are made of. */
export type RustItem = {
  /** Its tokens, so that format and comments do not matter. */
  readonly text: string;
  /** `test` for what the runner runs; `other` for what it uses. */
  readonly kind: "test" | "other";
  readonly name: string;
  readonly line: number;
};

const untilSemicolon = new Set(["use", "const", "static", "type", "extern", "let"]);
const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/**
 * The items of tests in a Rust source: everything inside `#[cfg(test)]` modules, and functions marked as tests elsewhere.
 * With `isWhole`, as for a file beneath `tests/`, every item of the file counts. Pure.
 */
export function listRustTests(text: string, isWhole: boolean): readonly RustItem[] {
  return listItems(tokenizeRust(text)).flatMap((item) => listIn(item, isWhole));
}

function listIn(item: readonly RustToken[], isInside: boolean): readonly RustItem[] {
  const attributes = countAttributes(item);
  const head = item
    .slice(0, attributes)
    .map(({ text }) => text)
    .join("");
  const isTest = /#\[(?:\w+::)*(?:\w+_)?(?:test|rstest|test_case|quickcheck|proptest|bench)\b/.test(head);
  const isCompiled = /#\[cfg\((?:[^\]]*[(,])?test[,)]/.test(head) && !/not\(test\)/.test(head);
  const body = item.slice(attributes);
  const isModule = body.slice(0, 4).some(({ text }) => text === "mod");
  const open = body.findIndex(({ text }) => text === "{");
  const isTested = isInside || isCompiled;
  if (isModule && open !== -1) {
    const inner = listItems(body.slice(open + 1, -1)).flatMap((one) => listIn(one, isTested));
    return isTested ? [toItem(item.slice(0, attributes + open), "other"), ...inner] : inner;
  }
  return isTest || isTested ? [toItem(item, isTest ? "test" : "other")] : [];
}

function toItem(tokens: readonly RustToken[], kind: RustItem["kind"]): RustItem {
  const kept = tokens.filter(
    ({ text }, index) => text !== "," || !/^[)\]}]$/.test(tokens[index + 1]?.text ?? ""),
  );
  const words = tokens.slice(countAttributes(tokens)).map(({ text }) => text);
  const at = words.findIndex((word) =>
    /^(?:fn|struct|enum|trait|mod|const|static|type|macro_rules)$/.test(word),
  );
  const name =
    at === -1 ? words.slice(0, 8).join(" ") : (words.slice(at + 1).find((word) => /^\w+$/.test(word)) ?? "");
  return { text: kept.map(({ text }) => text).join(" "), kind, name, line: tokens[0]?.line ?? 1 };
}

/** Splits tokens into items: attributes, then up to a `;` or the closing bracket of a body. */
function listItems(tokens: readonly RustToken[]): readonly (readonly RustToken[])[] {
  const items: (readonly RustToken[])[] = [];
  let start = 0;
  while (start < tokens.length) {
    const end = findItemEnd(tokens, start);
    items.push(tokens.slice(start, end));
    start = end;
  }
  return items;
}

function findItemEnd(tokens: readonly RustToken[], start: number): number {
  let index = start + countAttributes(tokens.slice(start));
  const first = tokens[index]?.text === "pub" ? tokens[index + 1]?.text : tokens[index]?.text;
  const isFunction = tokens.slice(index, index + 5).some(({ text }) => text === "fn");
  const needsSemicolon = untilSemicolon.has(first ?? "") && !isFunction;
  for (; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? "";
    if (text === ";") return index + 1;
    if (closers[text] === undefined) continue;
    index = findClosing(tokens, index);
    if (text === "{" && !needsSemicolon) return tokens[index + 1]?.text === ";" ? index + 2 : index + 1;
  }
  return tokens.length;
}

function countAttributes(tokens: readonly RustToken[]): number {
  let index = 0;
  while (tokens[index]?.text === "#") {
    const open = tokens[index + 1]?.text === "!" ? index + 2 : index + 1;
    if (tokens[open]?.text !== "[") break;
    index = findClosing(tokens, open) + 1;
  }
  return Math.min(index, tokens.length);
}

/** The place of the bracket that closes the one at `open`; the last token where none does. */
function findClosing(tokens: readonly RustToken[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? "";
    if (/^[([{]$/.test(text)) depth += 1;
    if (/^[)\]}]$/.test(text)) depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}
