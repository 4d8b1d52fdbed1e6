import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isCondition } from "../is-condition.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { type Call, readCall } from "../read-call.ts";
import { excerpt, replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const taking =
  /^(?:map|filter|forEach|some|every|find|findIndex|reduce|sort|then|catch|setTimeout|setInterval|on|once|addEventListener|setImmediate|nextTick|queueMicrotask|flatMap|sorted|Thread|partial)$/;

/** Mends a function that is called where it is to be passed, `setTimeout(f(), 1)`, and one that is not called: `if (list.isEmpty)`, `x.upper`. */
export const callbackCall: Operator = {
  name: "callback-call",
  version: 1,
  prior: 0.45,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const call = readCall(node, context.source);
    if (call !== null) yield* passFunction(call, context);
    yield* callMember(node, context);
  },
};

function* passFunction(
  { node, callee, values, isNew }: Call,
  { source }: OperatorContext,
): Generator<TextEdit> {
  const holder =
    node.parent === null || !/^(?:argument|keyword)/.test(node.parent.type) ? null : findTaker(node, source);
  if (holder === null || isNew) return;
  const weight = taking.test(holder) ? 1 : 0.1;
  const summary = `pass ${excerpt(textOf(callee, source))} on, and do not call it`;
  if (values.length === 0) yield replaceNode(node, textOf(callee, source), source, { weight, summary });
  if (weight < 1) return;
  const call = textOf(node, source);
  yield replaceNode(node, source.language === "python" ? `lambda: ${call}` : `() => ${call}`, source, {
    weight: 0.8,
    summary,
  });
}

/** The name of the call that this is an argument of. */
function findTaker(node: SyntaxNode, source: Source): string | null {
  const list = node.parent?.type === "keyword_argument" ? node.parent.parent : node.parent;
  return list?.parent ? (readCall(list.parent, source)?.name ?? null) : null;
}

const methods =
  /^(?:upper|lower|strip|split|items|keys|values|copy|pop|trim|toUpperCase|toLowerCase|toString|getTime|reverse|entries|popleft|read|sum|isoformat|title)$/;

function* callMember(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  if (!isValue(node) || node.field === "function" || node.field === "constructor") return;
  const member = childOf(node, "property") ?? childOf(node, "attribute");
  const text = textOf(node, source);
  const name = member === null ? text : textOf(member, source);
  if (member === null && names.declarationOf(name, node)?.kind !== "function") return;
  if (taking.test(findTaker(node, source) ?? "")) return;
  const signature = names.signaturesOf(name)[0];
  const isDeclared = signature !== undefined && signature.parameters.length === 0;
  const isGetter = isDeclared && signature.node.children.some(({ type }) => type === "get");
  const isProperty =
    isDeclared &&
    signature.node.parent?.type === "decorated_definition" &&
    namedChildrenOf(signature.node.parent).some((part) =>
      /^@(?:\w+\.)?(?:cached_)?property/.test(textOf(part, source)),
    );
  if (isGetter || isProperty) return;
  const isKnown = member !== null && methods.test(name);
  if (!isDeclared && !isKnown) return;
  yield replaceNode(node, `${text}()`, source, { weight: isCondition(node, source) || isKnown ? 1 : 0.4 });
}
