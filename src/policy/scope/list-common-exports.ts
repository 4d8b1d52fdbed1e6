import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { ExportedName } from "./exported-names.ts";

/**
 * What a script exports as CommonJS: `module.exports = …`, `exports.a = …`, `Object.assign(module.exports, …)`, also
 * through a variable that stands for `module.exports`. Pure.
 */
export function listCommonExports(source: Source): readonly ExportedName[] {
  if (!/\bexports\b/.test(source.text)) return [];
  const nodes = [...walkTree(source.root)];
  const assignments = nodes.filter(({ type }) => type === "assignment_expression");
  const aliases = new Set([...listAliases(nodes, source), ...listAssignedNames(assignments, source)]);
  const isExports = (path: readonly string[]) =>
    path.join(".") === "module.exports" ||
    path.join(".") === "exports" ||
    (path.length === 1 && aliases.has(path[0] ?? ""));
  const assigned = assignments.flatMap((node) => {
    const path = memberPath(childOf(node, "left"), source);
    if (path.join(".") === "module.exports") return namesOfValue(lastValue(node), source).map(at(node));
    return isExports(path.slice(0, -1)) ? [at(node)(path.at(-1) ?? "")] : [];
  });
  const defined = nodes
    .filter(({ type }) => type === "call_expression")
    .flatMap((node) => {
      const call = memberPath(childOf(node, "function"), source).join(".");
      const [target, value] = namedChildrenOf(childOf(node, "arguments") ?? node);
      if (target === undefined || value === undefined || !isExports(memberPath(target, source))) return [];
      if (call === "Object.defineProperty")
        return [at(node)(textOf(value, source).replace(/^["'`]|["'`]$/g, ""))];
      const isList = call === "Object.assign" || call === "Object.defineProperties";
      return isList ? namesOfValue(value, source).map(at(node)) : [];
    });
  return [...assigned, ...defined];
}

const at =
  ({ line }: SyntaxNode) =>
  (name: string): ExportedName => ({ name, line });

/** `a.b["c"]` as its names; a computed one is `[]`. Empty for what is no such chain. */
function memberPath(node: SyntaxNode | null, source: Source): readonly string[] {
  if (node === null) return [];
  if (node.type === "identifier") return [textOf(node, source)];
  if (node.type === "parenthesized_expression") return memberPath(namedChildrenOf(node)[0] ?? null, source);
  const above = memberPath(childOf(node, "object"), source);
  if (above.length === 0) return [];
  const property = childOf(node, "property");
  if (property !== null) return [...above, textOf(property, source)];
  const index = childOf(node, "index");
  if (index === null) return [];
  return [...above, index.type === "string" ? textOf(index, source).slice(1, -1) : "[]"];
}

function lastValue(node: SyntaxNode): SyntaxNode | null {
  const right = childOf(node, "right");
  return right?.type === "assignment_expression" ? lastValue(right) : right;
}

function namesOfValue(value: SyntaxNode | null, source: Source): readonly string[] {
  if (value === null) return ["module.exports"];
  if (/^(as|satisfies|parenthesized)_expression$/.test(value.type))
    return namesOfValue(namedChildrenOf(value)[0] ?? null, source);
  if (value.type === "call_expression") {
    const call = memberPath(childOf(value, "function"), source).join(".");
    const list = childOf(value, "arguments");
    const isObject = call === "Object.freeze" || call === "Object.assign" || call === "Object.seal";
    if (isObject && list !== null) return namedChildrenOf(list).flatMap((part) => namesOfValue(part, source));
  }
  if (value.type !== "object") return ["module.exports"];
  return namedChildrenOf(value).map((member) => {
    const name = childOf(member, "key") ?? childOf(member, "name") ?? member;
    return textOf(name, source).replace(/^["']|["']$/g, "");
  });
}

/** Variables that are declared as `module.exports` or `exports`, however long the chain of assignments. */
function listAliases(nodes: readonly SyntaxNode[], source: Source): readonly string[] {
  return nodes
    .filter(({ type }) => type === "variable_declarator")
    .flatMap((node) => {
      const name = childOf(node, "name");
      const targets: string[] = [];
      for (let value = childOf(node, "value"); value !== null; value = childOf(value, "right")) {
        targets.push(memberPath(childOf(value, "left") ?? value, source).join("."));
      }
      const isAlias = targets.some((target) => target === "module.exports" || target === "exports");
      return name?.type === "identifier" && isAlias ? [textOf(name, source)] : [];
    });
}

/** `module.exports = cart` makes what is assigned to `cart` exported too. */
function listAssignedNames(assignments: readonly SyntaxNode[], source: Source): readonly string[] {
  return assignments.flatMap((node) => {
    const value = lastValue(node);
    const isExports = memberPath(childOf(node, "left"), source).join(".") === "module.exports";
    return isExports && value?.type === "identifier" ? [textOf(value, source)] : [];
  });
}
