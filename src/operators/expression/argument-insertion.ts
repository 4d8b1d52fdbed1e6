import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing } from "../../syntax/syntax-node.ts";
import type { Declaration } from "../declarations.ts";
import { insertArgument } from "../insert-argument.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { type Call, readCall } from "../read-call.ts";
import { functionTypes } from "../scope-types.ts";
import type { Signature } from "../signatures.ts";
import type { TextEdit } from "../text-edit.ts";

/** Names tried for one place, the likeliest. */
const MAX_NAMES = 5;
/** A longer argument of another call is hardly the same here. */
const MAX_LENGTH = 20;

/** Mends a call that lacks an argument, of a function of this file above all: the names in scope that its parameter is called like. */
export const argumentInsertion: Operator = {
  name: "argument-insertion",
  version: 1,
  prior: 0.45,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const call = readCall(node, context.source);
    if (call === null || call.name === "") return;
    if (call.values.some(({ type }) => /spread|splat/.test(type))) return;
    yield* passAlike(call, context);
    const signature = context.names.signaturesOf(call.name).find(({ parameters }) => parameters.length > 0);
    if (signature === undefined) yield* appendName(call, context);
    else yield* fillParameter(call, signature, context);
  },
};

function* fillParameter(
  call: Call,
  { parameters, node }: Signature,
  context: OperatorContext,
): Generator<TextEdit> {
  const { names } = context;
  const positional = call.values.filter(({ type }) => type !== "keyword_argument");
  if (positional.length >= parameters.length) return;
  const isRecursion = call.node.start > node.start && call.node.end <= node.end;
  for (let at = positional.length; at >= 0; at -= 1) {
    const parameter = parameters[at] ?? "";
    const likely = listLocals(call, context)
      .map(({ name }) => ({ name, likeness: names.similarity(name, parameter) }))
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, MAX_NAMES);
    const place = at === positional.length ? 1 : 0.4;
    for (const { name, likeness } of likely) {
      const bonus = likeness === 1 && isRecursion ? 1 : 0.25 + 0.6 * likeness;
      yield insertArgument(call, at, name, Math.min(1, bonus * place));
    }
    if (at < positional.length) continue;
    for (const literal of context.source.language === "python"
      ? ["0", "1", "True", "None"]
      : ["0", "1", "true", "[]"]) {
      yield insertArgument(call, at, literal, 0.2);
    }
  }
}

/** What other calls of the same name have in the place behind the last argument. */
function* passAlike(call: Call, { names }: OperatorContext): Generator<TextEdit> {
  const at = call.values.length;
  if (call.values.some(({ type }) => type === "keyword_argument")) return;
  const others = names.argumentsOf(call.name, at).filter((text) => text.length <= MAX_LENGTH);
  for (const text of others.slice(0, MAX_NAMES)) {
    if (text.includes("=") && !/^\w+=[\w."']+$/.test(text)) continue;
    yield insertArgument(call, at, text, at === 0 ? 0.3 : 0.8);
  }
}

/** Of a function that is not known here, one more argument at the end is not likely. */
function* appendName(call: Call, context: OperatorContext): Generator<TextEdit> {
  if (call.values.length === 0) return;
  const passed = new Set(call.values.map((value) => textOf(value, context.source)));
  const others = listLocals(call, context).filter(({ name }) => !passed.has(name));
  const at = call.values.findIndex(({ type }) => type === "keyword_argument");
  for (const { name } of others.slice(0, 3)) {
    yield insertArgument(call, at === -1 ? call.values.length : at, name, 0.12);
  }
}

/** Parameters and variables of the functions around, not functions of the file. */
function listLocals({ node, name }: Call, { names }: OperatorContext): readonly Declaration[] {
  return names
    .inScope(node)
    .filter(
      (declared) =>
        (declared.kind === "parameter" || declared.kind === "variable") &&
        declared.name !== name &&
        enclosing(declared.node, functionTypes) !== null &&
        !/^(?:self|cls)$/.test(declared.name),
    );
}
