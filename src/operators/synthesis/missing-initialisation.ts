import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { readLayout } from "../statement/layout.ts";
import { placeBehind, statementsIn } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { guessShapes, type Shape } from "./guess-shapes.ts";

const constructors = /^(?:constructor|__init__)$/;
const scriptValues: Readonly<Partial<Record<Shape, readonly string[]>>> = {
  number: ["0", "1"],
  string: ['""'],
  boolean: ["false", "true"],
  list: ["[]"],
  map: ["new Map()", "{}"],
  set: ["new Set()"],
  object: ["{}", "null"],
};
const pythonValues: Readonly<Partial<Record<Shape, readonly string[]>>> = {
  number: ["0", "1"],
  string: ['""'],
  boolean: ["False", "True"],
  list: ["[]"],
  map: ["{}"],
  set: ["set()"],
  object: ["{}", "None"],
};

/**
 * Mends what is used before it has a value: a member that the class reads or counts up and its constructor never sets, and a
 * variable that is declared without a value (`let total;`).
 */
export const missingInitialisation: Operator = {
  name: "missing-initialisation",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (functionTypes.has(node.type)) yield* setMembers(node, context);
    if (node.type === "variable_declarator") yield* setVariable(node, context);
  },
};

function* setMembers(owner: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const name = childOf(owner, "name");
  const body = childOf(owner, "body");
  const holder = owner.parent;
  if (name === null || body === null || holder === null || !constructors.test(textOf(name, source))) return;
  const last = statementsIn(body).at(-1);
  if (last === undefined) return;
  const isPython = source.language === "python";
  const layout = readLayout(source);
  const own = isPython ? "self" : "this";
  const shapes = guessShapes(holder, source);
  const known = listKnown(holder, owner, own, source);
  for (const [member, shape] of shapes) {
    if (!member.startsWith(`${own}.`) || shape === "function" || known.has(member.slice(own.length + 1)))
      continue;
    for (const [at, value] of valuesOf(shape, isPython).entries()) {
      const placed = placeBehind(last, [`${member} = ${value}${layout.end}`], source, layout);
      if (placed !== null)
        yield { ...placed, summary: `begin ${member} with ${value}`, weight: 1 / (1 + at) };
    }
  }
}

/** Members that the constructor sets, fields, and methods. */
function listKnown(holder: SyntaxNode, owner: SyntaxNode, own: string, source: Source): ReadonlySet<string> {
  const known = new Set<string>();
  for (const node of walkTree(holder)) {
    const isMethod = functionTypes.has(node.type) || /field_definition|^assignment$/.test(node.type);
    const named = childOf(node, "name") ?? childOf(node, "property") ?? childOf(node, "left");
    if (isMethod && named !== null) known.add(textOf(named, source).replace(/^(?:self|cls)\./, "@"));
  }
  for (const node of walkTree(owner)) {
    const left = /assignment/.test(node.type) ? childOf(node, "left") : null;
    const text = left === null ? "" : textOf(left, source);
    if (text.startsWith(`${own}.`)) known.add(text.slice(own.length + 1));
  }
  return known;
}

function* setVariable(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const name = childOf(node, "name");
  if (name?.type !== "identifier" || childOf(node, "value") !== null) return;
  if (enclosing(node, functionTypes) === null) return;
  if (!/^(?:lexical|variable)_declaration$/.test(node.parent?.type ?? "")) return;
  const shape = names.typeOf(name);
  const values =
    shape === "string"
      ? ['""']
      : shape === "array"
        ? ["[]"]
        : shape === "number"
          ? ["0", "1"]
          : ["0", '""', "[]", "{}", "null", "false"];
  for (const [at, value] of values.entries()) {
    const summary = `begin ${textOf(name, source)} with ${value}`;
    yield { start: node.end, end: node.end, replacement: ` = ${value}`, summary, weight: 1 / (1 + at) };
  }
}

function valuesOf(shape: Shape, isPython: boolean): readonly string[] {
  return (isPython ? pythonValues : scriptValues)[shape] ?? (isPython ? ["None", "0"] : ["null", "0"]);
}
