import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { SeenFinding } from "../clues.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { excerpt, replaceNode } from "../replace-node.ts";
import type { SimpleType } from "../simple-type.ts";
import type { TextEdit } from "../text-edit.ts";
import { readMismatch } from "./read-mismatch.ts";
import { readQuoted } from "./read-quoted.ts";

const scriptTypes: Readonly<Partial<Record<SimpleType, string>>> = {
  number: "number",
  string: "string",
  boolean: "boolean",
  array: "unknown[]",
  map: "Map<string, unknown>",
  set: "Set<string>",
  date: "Date",
  regex: "RegExp",
  object: "Record<string, unknown>",
};
const untyped = /^(?:TS7005|TS7006|TS7031|TS7034|var-annotated)$/;
const lists = /^(?:formal_parameters|parameters)$/;

/** Mends a type that is missing or says too little: of a parameter or variable that is implicitly any, of a return, of what may be missing. */
export const annotation: Operator = {
  name: "annotation",
  version: 1,
  prior: 0.7,
  languages: ["typescript", "tsx", "python"],
  seesTypes: true,
  isRepairOnly: true,
  *find(node, context) {
    for (const finding of context.findings ?? []) {
      if (finding.line !== node.line) continue;
      if (untyped.test(finding.rule)) yield* addType(node, finding, context);
      yield* widenType(node, finding, context.source);
      if (finding.rule === "no-untyped-def") yield* addReturn(node, context.source);
    }
  },
};

function* addType(
  node: SyntaxNode,
  { message }: SeenFinding,
  { source, names }: OperatorContext,
): Generator<TextEdit> {
  const name = textOf(node, source);
  if (node.type !== "identifier" || !readQuoted(message).includes(name) || node.parent === null) return;
  if (childOf(node.parent, "type") !== null) return;
  const isDeclared =
    /declarator|required_parameter|optional_parameter/.test(node.parent.type) || lists.test(node.parent.type);
  if (!isDeclared && !(node.parent.type === "assignment" && node.field === "left")) return;
  const hinted = /hint: "\w+: ([^"=]+?)(?: = |")/.exec(message)?.[1];
  const types =
    hinted !== undefined
      ? ["str", "int", "Any", "object"].map((element) => hinted.replaceAll("<type>", element))
      : source.language === "python"
        ? ["list[str]", "dict[str, str]"]
        : [scriptTypes[names.typeOf(node)], "string", "number", "unknown", "any"].filter(
            (type) => type !== undefined,
          );
  for (const [at, type] of [...new Set(types)].entries()) {
    yield {
      start: node.end,
      end: node.end,
      replacement: `: ${type}`,
      summary: `say that ${name} is ${excerpt(type)}`,
      weight: 1 / (at + 1),
    };
  }
}

/** The annotation on the line gives way to the type that the value has, or takes it in. */
function* widenType(node: SyntaxNode, { rule, message }: SeenFinding, source: Source): Generator<TextEdit> {
  if (node.type !== "type_annotation" && node.type !== "type") return;
  const text = textOf(node, source).replace(/^:\s*/, "");
  const lead = textOf(node, source).slice(0, textOf(node, source).length - text.length);
  const isPython = source.language === "python";
  if (rule === "TS2366" || rule === "TS2355")
    yield replaceNode(node, `${lead}${text} | undefined`, source, { weight: 0.6 });
  const mismatch = readMismatch(rule, message);
  if (mismatch === null || mismatch.wanted.replace(/\s/g, "") !== text.replace(/\s/g, "")) return;
  const { got } = mismatch;
  if (!/^[\w.[\]|<>, ]+$/.test(got)) return;
  yield replaceNode(node, `${lead}${got}`, source, { weight: 0.4 });
  yield replaceNode(node, `${lead}${text} | ${got}`, source, { weight: isPython ? 0.8 : 0.5 });
}

function* addReturn(node: SyntaxNode, source: Source): Generator<TextEdit> {
  if (node.type !== "function_definition" || childOf(node, "return_type") !== null) return;
  const list = childOf(node, "parameters");
  const body = childOf(node, "body");
  if (list === null || body === null) return;
  const isEmpty = !/\b(?:return|yield) \S/.test(textOf(body, source));
  for (const [type, weight] of [
    ["None", isEmpty ? 1 : 0.2],
    ["str", 0.5],
    ["int", 0.5],
    ["bool", 0.4],
    ["object", 0.3],
  ] as const) {
    yield {
      start: list.end,
      end: list.end,
      replacement: ` -> ${type}`,
      summary: `say that it gives ${type}`,
      weight,
    };
  }
}
