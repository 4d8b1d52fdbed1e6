import { type Source, textOf } from "../syntax/source.ts";
import { childOf, type SyntaxNode } from "../syntax/syntax-node.ts";
import { lookUp } from "./look-up.ts";
import type { SimpleType } from "./simple-type.ts";

/** Members that values of one type alone have. */
const byMember: Readonly<Record<string, SimpleType>> = Object.fromEntries(
  (
    [
      [
        "array",
        "push pop shift unshift splice map filter reduce forEach sort some every flat join append extend insert",
      ],
      [
        "string",
        "trim split toUpperCase toLowerCase charAt charCodeAt startsWith endsWith padStart padEnd replace",
      ],
      [
        "string",
        "strip lstrip rstrip upper lower startswith endswith isdigit isalpha encode splitlines zfill",
      ],
      ["map", "set"],
      ["set", "add discard"],
      ["dict", "items setdefault"],
      ["number", "toFixed"],
      ["promise", "then catch finally"],
      ["date", "getTime getFullYear getMonth getDate toISOString"],
      ["regex", "test exec"],
    ] as const
  ).flatMap(([type, names]) => names.split(" ").map((name) => [name, type])),
);
const numericSigns = new Set(["-", "*", "/", "%", "**", "//", "<<", ">>"]);
const conventions: readonly (readonly [RegExp, SimpleType])[] = [
  [/^(?:is|has|can|should|was)[A-Z_]/, "boolean"],
  [
    /^(?:i|j|k|n|x|y|idx|lo|hi)$|(?:^|_)(?:index|count|size|length|total|sum|min|max|width|height|age|price|amount)$/i,
    "number",
  ],
  [/(?:Index|Count|Size|Length|Total|Sum|Width|Height|Price|Amount)$/, "number"],
  [
    /(?:^|_)(?:text|name|str|string|line|word|char|message|title|label|prefix|suffix)$|(?:Name|Text|String)$/i,
    "string",
  ],
  [
    /^(?:items|list|values|array|arr|numbers|nums|words|lines|rows|entries|queue|stack|result|results|xs|ys)$/i,
    "array",
  ],
  [/^(?:callback|fn|cb|func|predicate|comparator)$/, "function"],
];

/** What uses of a name in its scope tell of its type: members, signs, loops; at last what its name suggests. Pure. */
export function inferUsage(name: string, uses: readonly SyntaxNode[], source: Source): SimpleType {
  const votes = new Map<SimpleType, number>();
  for (const use of uses) {
    const type = readUse(use, source);
    if (type !== "unknown") votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? conventions.find(([form]) => form.test(name))?.[1] ?? "unknown";
}

function readUse(use: SyntaxNode, source: Source): SimpleType {
  const { parent, field } = use;
  if (parent === null) return "unknown";
  if (parent.type === "member_expression" || parent.type === "attribute") {
    const member = childOf(parent, "property") ?? childOf(parent, "attribute");
    return field === "object" && member !== null
      ? (lookUp(byMember, textOf(member, source)) ?? "unknown")
      : "unknown";
  }
  if (/^(?:binary_expression|binary_operator|augmented_)/.test(parent.type)) {
    const sign = childOf(parent, "operator");
    const text = sign === null ? "" : textOf(sign, source).replace(/=$/, "");
    const isFormat = text === "%" && source.language === "python";
    return numericSigns.has(text) && !isFormat ? "number" : "unknown";
  }
  if (parent.type === "update_expression") return "number";
  if (parent.type === "subscript_expression" || parent.type === "subscript") {
    return field === "index" ? "number" : "unknown";
  }
  return field === "function" ? "function" : "unknown";
}
