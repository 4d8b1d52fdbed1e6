import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { ProbeValue } from "./probe-value.ts";
import { readLiteral } from "./read-literal.ts";

/** What is known of a parameter without calling the function. */
export type Parameter = {
  readonly type: "number" | "string" | "boolean" | "numbers" | "strings" | "unknown";
  /** Of its default, where that is a literal. */
  readonly example: ProbeValue | undefined;
};

const types: readonly (readonly [RegExp, Parameter["type"]])[] = [
  [
    /^(number\[\]|(Readonly)?Array<number>|readonly number\[\]|[Ll]ist\[(int|float)\]|Sequence\[(int|float)\])$/,
    "numbers",
  ],
  [/^(string\[\]|(Readonly)?Array<string>|readonly string\[\]|[Ll]ist\[str\]|Sequence\[str\])$/, "strings"],
  [/^(number|int|float)$/, "number"],
  [/^(string|str)$/, "string"],
  [/^(boolean|bool)$/, "boolean"],
];

/** The parameters of a function that are filled by place, in their order. Pure. */
export function listParameters(fn: SyntaxNode, source: Source): readonly Parameter[] {
  const single = childOf(fn, "parameter");
  if (single !== null) return [{ type: "unknown", example: undefined }];
  const list = childOf(fn, "parameters");
  if (list === null) return [];
  const parameters: Parameter[] = [];
  for (const node of namedChildrenOf(list)) {
    // What follows is given by name, or is as many as the caller likes.
    if (/separator|splat_pattern|rest/.test(node.type)) break;
    if (childOf(node, "pattern")?.type === "rest_pattern") break;
    parameters.push(describe(node, source));
  }
  return parameters;
}

function describe(node: SyntaxNode, source: Source): Parameter {
  const annotation = childOf(node, "type");
  const text = annotation === null ? "" : textOf(annotation, source).replace(/^:\s*/, "");
  const value = childOf(node, "value") ?? childOf(node, "right");
  const read = value === null ? null : readLiteral(value, source);
  return {
    type: types.find(([pattern]) => pattern.test(text))?.[1] ?? "unknown",
    example: read?.isLiteral ? read.value : undefined,
  };
}
