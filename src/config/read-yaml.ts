import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import { describeError } from "../domain/errors.ts";
import type { ConfigPath, ConfigProblem } from "./config-problem.ts";

/** A YAML file as plain data, with the position of everything in it. */
export type YamlSource = {
  readonly path: string;
  /** `{}` for an empty document. */
  readonly value: unknown;
  /** What makes the text unusable as YAML; when there is any, `value` is `{}`. */
  readonly problems: readonly ConfigProblem[];
  /** Where a value stands, or the nearest thing around it that does; 1-based. */
  locate(path: ConfigPath, what?: "key" | "value"): ConfigProblem["source"];
};

/** Reads one YAML document (1.2; anchors and `<<` merges work). Never throws: problems are part of the result. */
export function readYaml(text: string, path: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
  const locateOffset = (offset: number): ConfigProblem["source"] => {
    const { line, col } = lines.linePos(offset);
    return { kind: "file", path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const locate: YamlSource["locate"] = (target, what = "value") =>
    locateOffset(findOffset(document, target, what));
  const problems: ConfigProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    source: locateOffset(error.pos[0]),
    key: "",
    message: describeYamlError(error.code, error.message, text.slice(error.pos[0], error.pos[0] + 80)),
  }));
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      const message = `the alias *${alias.source} has no anchor before it`;
      problems.push({ source: locateOffset(startOf(alias) ?? 0), key: "", message });
    },
  });
  if (problems.length > 0) return { path, value: {}, problems, locate };
  try {
    return { path, value: document.toJS() ?? {}, problems, locate };
  } catch (error) {
    // Aliases that expand without bound are refused here, by the library's limit of 100.
    problems.push({ source: locateOffset(0), key: "", message: describeError(error) });
    return { path, value: {}, problems, locate };
  }
}

function describeYamlError(code: string, message: string, excerpt: string): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return `the key ${JSON.stringify(/^["']?([^"':\s]*)/.exec(excerpt)?.[1] ?? "")} is given twice`;
    case "TAB_AS_INDENT":
      return "a tab indents this line; YAML takes spaces only";
    case "MULTIPLE_DOCS":
      return "a second document starts here; the config is one";
    default:
      return `not valid YAML: ${message}`;
  }
}

function findOffset(document: Document, path: ConfigPath, what: "key" | "value"): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, part] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      if (!isLast || what === "value") offset = startOf(pair.value) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
