import { enclosing, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { Declaration } from "./declarations.ts";
import type { Names } from "./names.ts";
import { functionTypes } from "./scope-types.ts";
import type { SimpleType } from "./simple-type.ts";

/** A parameter or variable that may stand at a node. */
export type Local = {
  readonly declaration: Declaration;
  readonly name: string;
  readonly type: SimpleType;
  /** Of the function that the node is in, and not of one around or of the file. */
  readonly isOwn: boolean;
  /** It is of this function, and nothing reads it so far. */
  readonly isUnread: boolean;
};

/** The parameters and variables in scope, without `self` and `cls`: unread ones first, then those of the same function. Pure. */
export function listLocals(node: SyntaxNode, names: Names): readonly Local[] {
  const own = enclosing(node, functionTypes);
  const locals = names.inScope(node).flatMap((declaration): readonly Local[] => {
    const { name, kind, node: declared } = declaration;
    if (kind === "function" || kind === "import" || name === "self" || name === "cls") return [];
    // The exception of a handler and what is bound to `_` are not meant to be read.
    if (name.startsWith("_")) return [];
    const isOwn = enclosing(declared, functionTypes) === own;
    return [
      {
        declaration,
        name,
        type: names.typeOf(declared),
        isOwn,
        isUnread: isOwn && names.isUnread(declaration),
      },
    ];
  });
  const rank = ({ isOwn, isUnread }: Local) => (isUnread ? 0 : isOwn ? 1 : 2);
  return locals.toSorted((a, b) => rank(a) - rank(b));
}
