import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { renderCanonical } from "./render-canonical.ts";
import type { CodeItem, OutlineItem, TestOutline } from "./test-outline.ts";

const tables = new Set(["array", "list", "tuple"]);

/**
 * Whether a declared table of test cases only gained rows: `const cases = […]` that nothing reads but `it.each(cases)`,
 * `@pytest.mark.parametrize(…, CASES)` or a loop around tests. Pure.
 */
export function isTableGrowth(
  before: CodeItem,
  after: CodeItem,
  outline: TestOutline,
  next: TestOutline,
): boolean {
  const [name, ...others] = before.names;
  if (name === undefined || others.length > 0 || after.names.join() !== name) return false;
  const [was, is] = [findTable(before.node), findTable(after.node)];
  if (was === null || is === null) return false;
  const rest = namedChildrenOf(is).map((row) => renderCanonical(row, next.source));
  const isKept = namedChildrenOf(was).every((row) => {
    const index = rest.indexOf(renderCanonical(row, outline.source));
    if (index !== -1) rest.splice(index, 1);
    return index !== -1;
  });
  return isKept && isOnlyTable(name, before.node, outline) && isOnlyTable(name, after.node, next);
}

function findTable(node: SyntaxNode): SyntaxNode | null {
  const declared = childOf(node, "declaration") ?? node;
  const inner = namedChildrenOf(declared)[0] ?? null;
  const value = inner === null ? null : (childOf(inner, "value") ?? childOf(inner, "right"));
  const bare = value?.type === "as_expression" ? namedChildrenOf(value)[0] : value;
  return bare != null && tables.has(bare.type) ? bare : null;
}

function isOnlyTable(name: string, declaration: SyntaxNode, { source, items }: TestOutline): boolean {
  const loops = new Set(listLoops(items));
  return [...walkTree(source.root, (node) => node === declaration)]
    .filter((node) => node.type === "identifier" && textOf(node, source) === name)
    .every((node) => isTableUse(node, source, loops));
}

function isTableUse(
  { parent, field, start }: SyntaxNode,
  source: Source,
  loops: ReadonlySet<number>,
): boolean {
  if (parent === null) return false;
  if (parent.type === "for_in_statement") return field === "right" && loops.has(parent.start);
  if (parent.type === "member_expression")
    return /^\s*\.\s*forEach\b/.test(source.text.slice(start).replace(/^\w+/, "")) && loops.has(parent.start);
  const call = parent.type === "arguments" || parent.type === "argument_list" ? parent.parent : null;
  const callee = call === null ? null : childOf(call, "function");
  return callee !== null && /(?:\.each|\.for|\.parametrize)$/.test(textOf(callee, source));
}

function listLoops(items: readonly OutlineItem[]): readonly number[] {
  return items.flatMap((item) =>
    item.kind !== "block"
      ? []
      : [...(item.name.startsWith("loop ") ? [item.node.start] : []), ...listLoops(item.items)],
  );
}
