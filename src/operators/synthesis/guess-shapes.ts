import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { lookUp } from "../look-up.ts";

/** What a value can be asked: only what the code itself shows. */
export type Shape =
  | "number"
  | "string"
  | "boolean"
  | "list"
  | "map"
  | "set"
  | "object"
  | "function"
  | "unknown";

/** Votes for the shapes of names. */
type Votes = Map<string, Map<Shape, number>>;

const listMembers =
  /^(?:push|pop|shift|unshift|map|filter|reduce|forEach|find|findIndex|some|every|sort|reverse|join|flat|flatMap|splice|append|extend|insert|fill)$/;
const stringMembers =
  /^(?:trim|toLowerCase|toUpperCase|split|charAt|charCodeAt|codePointAt|replace|replaceAll|startsWith|endsWith|padStart|padEnd|match|test|substring|lower|upper|strip|lstrip|rstrip|startswith|endswith|isdigit|isalpha|isalnum|isspace|format|encode|splitlines)$/;
const mapMembers = /^(?:get|set|has|delete|setdefault|items|values|keys|update|entries)$/;
const setMembers = /^(?:add|discard|union|intersection|difference)$/;
const calculations = /^(?:-|\*|\/|\/\/|%|\*\*|<<|>>|>>>|&|\^|-=|\*=|\/=|%=|\/\/=)$/;
const comparisons = /^(?:<|<=|>|>=)$/;
const callShapes: Readonly<Record<string, Shape>> = {
  len: "number",
  int: "number",
  float: "number",
  abs: "number",
  sum: "number",
  Number: "number",
  parseInt: "number",
  parseFloat: "number",
  str: "string",
  String: "string",
  list: "list",
  sorted: "list",
  dict: "map",
  defaultdict: "map",
  set: "set",
  bool: "boolean",
  Boolean: "boolean",
  Map: "map",
  Set: "set",
  Array: "list",
};
const literalShapes: Readonly<Record<string, Shape>> = {
  number: "number",
  integer: "number",
  float: "number",
  string: "string",
  template_string: "string",
  true: "boolean",
  false: "boolean",
  array: "list",
  list: "list",
  list_comprehension: "list",
  tuple: "list",
  object: "object",
  dictionary: "map",
  dictionary_comprehension: "map",
  set: "set",
  arrow_function: "function",
  lambda: "function",
};

/** Guesses what the names and members (`this.items`) that a function uses hold, from what it does with them. Pure. */
export function guessShapes(owner: SyntaxNode, source: Source): ReadonlyMap<string, Shape> {
  const votes: Votes = new Map();
  for (const node of walkTree(owner)) voteAt(node, source, votes);
  const shapes = new Map<string, Shape>();
  for (const [name, counts] of votes) {
    const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (best !== undefined) shapes.set(name, best[0]);
  }
  return shapes;
}

/** The shape of a literal, a call of a well-known name, or a simple calculation; else "unknown". */
export function shapeOfValue(node: SyntaxNode, source: Source): Shape {
  const literal = literalShapes[node.type];
  if (literal !== undefined) return literal;
  const callee = childOf(node, "function") ?? childOf(node, "constructor");
  if (callee !== null) return lookUp(callShapes, textOf(callee, source)) ?? "unknown";
  if (/^(?:comparison_operator|not_operator)$/.test(node.type)) return "boolean";
  const sign = childOf(node, "operator");
  if (sign === null) return /\.(?:length|size)$/.test(textOf(node, source)) ? "number" : "unknown";
  const operator = textOf(sign, source);
  if (/^(?:===|!==|==|!=|<|<=|>|>=|!)$/.test(operator)) return "boolean";
  return calculations.test(operator) ? "number" : "unknown";
}

function voteAt(node: SyntaxNode, source: Source, votes: Votes): void {
  const vote = (target: SyntaxNode | null, shape: Shape, count = 2) => {
    if (target === null || shape === "unknown" || !isNameLike(target, source)) return;
    const counts = votes.get(textOf(target, source)) ?? new Map<Shape, number>();
    counts.set(shape, (counts.get(shape) ?? 0) + count);
    votes.set(textOf(target, source), counts);
  };
  // Known to be there, though nothing tells what it holds.
  if ((node.type === "member_expression" || node.type === "attribute") && isNameLike(node, source)) {
    const own = textOf(node, source);
    if (!votes.has(own)) votes.set(own, new Map([["unknown", 0]]));
  }
  const object = childOf(node, "object");
  const member = childOf(node, "property") ?? childOf(node, "attribute");
  if (object !== null && member !== null)
    vote(object, shapeOfMember(textOf(member, source), node.field === "function"));
  const indexed = childOf(node, "value") ?? object;
  const index = childOf(node, "index") ?? childOf(node, "subscript");
  if (index !== null) vote(indexed, index.type === "string" ? "map" : "list", 1);
  const sign = childOf(node, "operator");
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  if (sign !== null && left !== null && right !== null)
    voteBinary(left, right, textOf(sign, source), source, vote);
  if (node.type === "update_expression") vote(childOf(node, "argument"), "number", 3);
  if (node.type === "comparison_operator") voteComparison(node, source, vote);
  const value = childOf(node, "value") ?? childOf(node, "right");
  const target = childOf(node, "name") ?? left;
  const isBinding = /declarator|^assignment|parameter/.test(node.type);
  if (isBinding && target !== null && value !== null) vote(target, shapeOfValue(value, source), 3);
  if (node.type === "for_in_statement" || node.type === "for_statement") voteLoop(left, right, source, vote);
  const annotation = childOf(node, "type");
  if (annotation !== null)
    vote(
      target ?? childOf(node, "pattern") ?? node.children[0] ?? null,
      shapeOfType(textOf(annotation, source)),
      6,
    );
  if (childOf(node, "function") !== null) voteCall(node, source, vote);
}

type Vote = (target: SyntaxNode | null, shape: Shape, count?: number) => void;

function voteBinary(left: SyntaxNode, right: SyntaxNode, sign: string, source: Source, vote: Vote): void {
  if (calculations.test(sign)) {
    vote(left, "number");
    vote(right, "number");
  }
  if (comparisons.test(sign)) {
    vote(left, "number", 1);
    vote(right, "number", 1);
  }
  if (/^(?:\+|\+=|===|==|!==|!=)$/.test(sign)) {
    vote(left, shapeOfValue(right, source));
    vote(right, shapeOfValue(left, source));
  }
  if (/^(?:&&|\|\||and|or)$/.test(sign)) vote(left, "boolean", 0.5);
}

function voteComparison(node: SyntaxNode, source: Source, vote: Vote): void {
  const [left, right] = node.children.filter(({ isNamed }) => isNamed);
  const sign = node.children.find(({ field }) => field === "operators");
  if (left === undefined || right === undefined || sign === undefined) return;
  voteBinary(left, right, textOf(sign, source), source, vote);
}

function voteLoop(left: SyntaxNode | null, right: SyntaxNode | null, source: Source, vote: Vote): void {
  if (right === null) return;
  vote(right, "list", 1);
  if (/^(?:range|len)\(/.test(textOf(right, source))) vote(left, "number", 3);
}

function voteCall(node: SyntaxNode, source: Source, vote: Vote): void {
  const callee = childOf(node, "function");
  vote(callee, "function");
  const [first] = childOf(node, "arguments")?.children.filter(({ isNamed }) => isNamed) ?? [];
  if (first === undefined || callee === null) return;
  const name = textOf(callee, source);
  if (/^(?:range|abs|Math\.\w+|Number\.is\w+)$/.test(name)) vote(first, "number");
  if (/^(?:len|sum|sorted|enumerate|reversed|Array\.isArray)$/.test(name)) vote(first, "list", 1);
  if (/^Object\.(?:keys|entries|values)$/.test(name)) vote(first, "object");
}

/** A field that is read tells less than a method that is called. */
function shapeOfMember(member: string, isCalled: boolean): Shape {
  if (!isCalled) return member === "length" ? "list" : "object";
  if (listMembers.test(member)) return "list";
  if (stringMembers.test(member)) return "string";
  if (mapMembers.test(member)) return "map";
  if (setMembers.test(member)) return "set";
  return /^(?:slice|indexOf|includes|concat|index|count|at)$/.test(member) ? "list" : "object";
}

function shapeOfType(annotation: string): Shape {
  const text = annotation.replace(/^:\s*/, "").trim();
  if (/^(?:number|int|float)\b/.test(text) && !/\[\]$/.test(text)) return "number";
  if (/^(?:string|str)\b/.test(text) && !/\[\]$/.test(text)) return "string";
  if (/^(?:boolean|bool)\b/.test(text) && !/\[\]$/.test(text)) return "boolean";
  if (/\[\]$|^(?:readonly |Readonly)?Array\b|^(?:[Ll]ist|Sequence|[Tt]uple|Iterable)\b/.test(text))
    return "list";
  if (/^(?:Readonly)?Map\b|^(?:[Dd]ict|Mapping|Record)\b/.test(text)) return "map";
  if (/^(?:Readonly)?Set\b|^set\b/.test(text)) return "set";
  return /=>|^Callable/.test(text) ? "function" : "unknown";
}

function isNameLike(node: SyntaxNode, source: Source): boolean {
  return node.type === "identifier" || /^(?:this|self)\.#?[\w$]+$/.test(textOf(node, source));
}
