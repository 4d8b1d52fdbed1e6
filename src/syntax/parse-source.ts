import type { Tree, TreeCursor, Parser as WasmParser } from "web-tree-sitter";
import { findGrammar } from "./find-grammar.ts";
import { type Language, languageOf } from "./language.ts";
import type { Source } from "./source.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** Files above this are generated, or too slow to search. */
const MAX_LENGTH = 200 * 1024;
/** A longer line is the mark of a minified file. */
const MAX_LINE_LENGTH = 2_000;

const grammars: Readonly<Record<Language, string>> = {
  javascript: "tree-sitter-javascript/tree-sitter-javascript.wasm",
  typescript: "tree-sitter-typescript/tree-sitter-typescript.wasm",
  tsx: "tree-sitter-typescript/tree-sitter-tsx.wasm",
  python: "tree-sitter-python/tree-sitter-python.wasm",
};

/** A file's tree, or why it has none. */
export type ParseOutcome =
  | { readonly status: "parsed"; readonly source: Source }
  | { readonly status: "skipped"; readonly reason: string };

/** Parses files of the languages that operators know. Grammars are loaded when first needed. */
export type SourceParser = {
  /** Skips what is in no known language, does not parse as it is, is minified or above 200 Ki characters. */
  parse(path: string, text: string): Promise<ParseOutcome>;
};

/** A parser by web-tree-sitter (https://tree-sitter.github.io/tree-sitter/). */
export function createSourceParser(): SourceParser {
  const parsers = new Map<Language, Promise<WasmParser>>();
  const parserOf = (language: Language) => {
    const known = parsers.get(language) ?? loadParser(language);
    parsers.set(language, known);
    return known;
  };
  return {
    async parse(path, text) {
      const language = languageOf(path);
      if (language === null)
        return { status: "skipped", reason: `${path}: no grammar for this kind of file` };
      const tooLong = findLengthFault(text);
      if (tooLong !== null) return { status: "skipped", reason: `${path}: ${tooLong}` };
      const parser = await parserOf(language);
      const tree = parser.parse(text);
      if (tree === null) return { status: "skipped", reason: `${path}: the parser gave up` };
      try {
        if (tree.rootNode.hasError)
          return { status: "skipped", reason: `${path}: does not parse as ${language}` };
        return { status: "parsed", source: { path, language, text, root: copyTree(tree) } };
      } finally {
        tree.delete();
      }
    },
  };
}

async function loadParser(language: Language): Promise<WasmParser> {
  const { Language: Grammar, Parser } = await import("web-tree-sitter");
  await Parser.init({ locateFile: () => findGrammar("web-tree-sitter/web-tree-sitter.wasm") });
  const parser = new Parser();
  parser.setLanguage(await Grammar.load(findGrammar(grammars[language])));
  return parser;
}

function findLengthFault(text: string): string | null {
  if (text.length > MAX_LENGTH) return `${text.length} characters are more than ${MAX_LENGTH}`;
  let start = 0;
  for (let end = text.indexOf("\n"); start < text.length; end = text.indexOf("\n", start)) {
    const length = (end === -1 ? text.length : end) - start;
    if (length > MAX_LINE_LENGTH) return `a line of ${length} characters looks minified`;
    start += length + 1;
  }
  return null;
}

function copyTree(tree: Tree): SyntaxNode {
  const cursor = tree.walk();
  try {
    return copyNode(cursor, null);
  } finally {
    cursor.delete();
  }
}

function copyNode(cursor: TreeCursor, parent: SyntaxNode | null): SyntaxNode {
  const children: SyntaxNode[] = [];
  const node: SyntaxNode = {
    type: cursor.nodeType,
    isNamed: cursor.nodeIsNamed,
    field: cursor.currentFieldName,
    start: cursor.startIndex,
    end: cursor.endIndex,
    line: cursor.startPosition.row + 1,
    endLine: cursor.endPosition.row + 1,
    parent,
    children,
  };
  if (!cursor.gotoFirstChild()) return node;
  do children.push(copyNode(cursor, node));
  while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return node;
}
