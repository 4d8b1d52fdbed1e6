import { type Source, textOf } from "../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import type { Clues } from "./clues.ts";
import type { Declaration } from "./declarations.ts";
import { inferType, type TypeScope } from "./infer-type.ts";
import { inferUsage } from "./infer-usage.ts";
import { readAnnotation } from "./read-annotation.ts";
import type { SimpleType } from "./simple-type.ts";

type TypesInput = {
  readonly source: Source;
  declarationOf(name: string, at: SyntaxNode): Declaration | null;
  usesOf(declaration: Declaration): readonly SyntaxNode[];
};

/** Gives each node's type, found once: what it was seen to be in runs, else what the text tells. */
export function createTypes(
  { source, declarationOf, usesOf }: TypesInput,
  { values }: Pick<Clues, "values">,
): (node: SyntaxNode) => SimpleType {
  const usages = new Map<Declaration, SimpleType>();
  let members: ReadonlyMap<string, SyntaxNode> | null = null;
  const scope: TypeScope = {
    source,
    declarationOf,
    usageOf(declaration) {
      const usage = usages.get(declaration) ?? inferUsage(declaration.name, usesOf(declaration), source);
      usages.set(declaration, usage);
      return usage;
    },
    memberValue(name) {
      members ??= collectMemberValues(source);
      return members.get(name) ?? null;
    },
  };
  const known = new Map<SyntaxNode, SimpleType>();
  return (node) => {
    const type = known.get(node) ?? findSeen(values?.(node) ?? []) ?? inferType(node, scope);
    known.set(node, type);
    return type;
  };
}

/** One type in all observations; an object may be a map or a set as well, so it says nothing. Null: not seen. */
function findSeen(values: readonly { readonly type: string }[]): SimpleType | null {
  const types = new Set(values.map(({ type }) => readAnnotation(type)));
  types.delete("null");
  const [only, ...others] = types;
  if (others.length > 0) return "unknown";
  return only === undefined || only === "unknown" ? null : only;
}

/** What `this.x` or `self.x` is first given, and annotated fields of classes. */
function collectMemberValues(source: Source): ReadonlyMap<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  const add = (name: SyntaxNode | null, value: SyntaxNode | null) => {
    if (name === null || value === null) return;
    const text = textOf(name, source);
    if (!found.has(text)) found.set(text, value);
  };
  for (const node of walkTree(source.root)) {
    if (node.type === "assignment_expression" || node.type === "assignment") {
      const left = childOf(node, "left");
      const object = left === null ? null : childOf(left, "object");
      if (left === null || object === null) continue;
      if (object.type !== "this" && textOf(object, source) !== "self") continue;
      add(
        childOf(left, "property") ?? childOf(left, "attribute"),
        childOf(node, "type") ?? childOf(node, "right"),
      );
    }
    if (/^(?:public_)?field_definition$/.test(node.type)) {
      add(
        childOf(node, "name") ?? childOf(node, "property"),
        childOf(node, "type") ?? childOf(node, "value"),
      );
    }
  }
  return found;
}
