import type { Source } from "../../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { indentOf, isFirstOnLine, type Layout, linesOf } from "./layout.ts";

/** Where statements follow each other. */
const lists = new Set(["statement_block", "block", "program", "module", "switch_case", "switch_default"]);
const bodyFields = new Set(["consequence", "body"]);
const bodied = new Set([
  "if_statement",
  "else_clause",
  "for_statement",
  "for_in_statement",
  "while_statement",
  "do_statement",
]);

/** A change of the text that places lines. */
export type Placement = { readonly start: number; readonly end: number; readonly replacement: string };

/** Whether others can stand before and behind the node. */
export function isListed(node: SyntaxNode): boolean {
  if (!node.isNamed || node.type === "comment" || node.parent === null) return false;
  if (!lists.has(node.parent.type)) return false;
  return !/^switch_/.test(node.parent.type) || node.field === "body";
}

/** The statements that follow each other in a block; none of another node. */
export function statementsIn(block: SyntaxNode): readonly SyntaxNode[] {
  return lists.has(block.type) ? namedChildrenOf(block).filter(isListed) : [];
}

/** Whether the node is the one statement of a branch or loop that has no braces. */
export function isBareBody(node: SyntaxNode): boolean {
  const { parent, field } = node;
  if (parent === null || !bodied.has(parent.type) || node.type === "statement_block" || node.type === "block")
    return false;
  if (parent.type === "else_clause") return node.type !== "if_statement" && /statement$/.test(node.type);
  return field !== null && bodyFields.has(field) && /statement$/.test(node.type);
}

/** Puts lines before a statement; null where the layout has no room for them. */
export function placeBefore(
  node: SyntaxNode,
  lines: readonly string[],
  source: Source,
  layout: Layout,
): Placement | null {
  return place(node, lines, source, layout, true);
}

/** Puts lines behind a statement; null where the layout has no room for them. */
export function placeBehind(
  node: SyntaxNode,
  lines: readonly string[],
  source: Source,
  layout: Layout,
): Placement | null {
  return place(node, lines, source, layout, false);
}

function place(
  node: SyntaxNode,
  lines: readonly string[],
  source: Source,
  layout: Layout,
  isBefore: boolean,
): Placement | null {
  const indent = indentOf(node, source);
  if (isBareBody(node)) {
    const own = linesOf(node, source);
    if (layout.isPython || own === null) return null;
    const body = isBefore ? [...lines, ...own] : [...own, ...lines];
    const owner = indentOf(node.parent ?? node, source);
    const inner = body.map((line) => `${owner}${layout.step}${line}`);
    return {
      start: node.start,
      end: node.end,
      replacement: ["{", ...inner, `${owner}}`].join(layout.newline),
    };
  }
  if (!isListed(node)) return null;
  if (!isFirstOnLine(node, source)) return placeInline(node, lines, { source, layout, isBefore });
  if (isBefore) {
    const replacement = lines.map((line) => `${line}${layout.newline}${indent}`).join("");
    return { start: node.start, end: node.start, replacement };
  }
  const at = endOfLine(node, source);
  return {
    start: at,
    end: at,
    replacement: lines.map((line) => `${layout.newline}${indent}${line}`).join(""),
  };
}

/** Python has no room for a compound statement on a line with others. */
function placeInline(
  node: SyntaxNode,
  lines: readonly string[],
  { source, layout, isBefore }: { source: Source; layout: Layout; isBefore: boolean },
): Placement | null {
  if (layout.isPython) return null;
  const line = lines.map((one) => one.trim()).join(" ");
  const at = isBefore ? node.start : node.end;
  const isEnded = /[;}]$/.test(source.text.slice(node.start, node.end));
  return { start: at, end: at, replacement: isBefore ? `${line} ` : `${isEnded ? "" : ";"} ${line}` };
}

/** Behind a comment that belongs to the statement. */
function endOfLine({ end }: SyntaxNode, { text }: Source): number {
  const rest = /^[ \t]*(?:;[ \t]*)?(?:\/\/|#)[^\r\n]*/.exec(text.slice(end));
  return end + (rest?.[0].length ?? 0);
}

/** `if` with what it guards, as lines. A simple statement stays on the line of the `if` where the language has it so. */
export function writeIf(test: string, body: readonly string[], layout: Layout): readonly string[] {
  if (layout.isPython) return [`if ${test}:`, ...body.map((line) => `${layout.step}${line}`)];
  const [only = ""] = body;
  if (body.length === 1) return [`if (${test}) ${only}`];
  return [`if (${test}) {`, ...body.map((line) => `${layout.step}${line}`), "}"];
}
