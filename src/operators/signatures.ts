import { type Source, textOf } from "../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import { listFunctions } from "./list-functions.ts";

/** What a function of this file takes. */
export type Signature = {
  readonly node: SyntaxNode;
  /** Names of its parameters, without `self` and `cls`; "" for a pattern. */
  readonly parameters: readonly string[];
  /** Whether a rest parameter takes any number more. */
  readonly isOpen: boolean;
};

const receivers = new Set(["self", "cls", "this"]);
const classTypes = new Set(["class_declaration", "class_definition", "class"]);

/** The functions, methods and constructors of a file by their last name; a class stands for its constructor. Pure. */
export function collectSignatures(source: Source): ReadonlyMap<string, readonly Signature[]> {
  const found = new Map<string, Signature[]>();
  const add = (name: string, node: SyntaxNode) => {
    const signature = readSignature(node, source);
    found.set(name, [...(found.get(name) ?? []), signature]);
  };
  for (const { name, node } of listFunctions(source)) {
    add((name.split(".").at(-1) ?? name).replace(/#\d+$/, ""), node);
  }
  for (const node of walkTree(source.root)) {
    const name = classTypes.has(node.type) ? childOf(node, "name") : null;
    const body = childOf(node, "body");
    if (name === null || body === null) continue;
    const maker = namedChildrenOf(body).find((member) => {
      const own = childOf(member, "name");
      return own !== null && ["constructor", "__init__"].includes(textOf(own, source));
    });
    if (maker !== undefined) add(textOf(name, source), maker);
  }
  return found;
}

function readSignature(node: SyntaxNode, source: Source): Signature {
  const list = childOf(node, "parameters");
  const single = childOf(node, "parameter");
  const nodes = list === null ? (single === null ? [] : [single]) : namedChildrenOf(list);
  const isOpen = nodes.some((parameter) => /^(?:\*|\.\.\.)/.test(textOf(parameter, source)));
  const parameters = nodes
    .filter((parameter) => !/^(?:\*|\.\.\.|\/$)/.test(textOf(parameter, source)))
    .map((parameter) => /^[A-Za-z_$][\w$]*/.exec(textOf(parameter, source))?.[0] ?? "")
    .filter((name) => !receivers.has(name));
  return { node, parameters, isOpen };
}
