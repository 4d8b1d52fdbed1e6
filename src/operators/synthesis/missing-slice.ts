import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { listTerms } from "./list-terms.ts";

/** Positions in scope that are tried. */
const MAX_POSITIONS = 3;

/** Mends a list or text that is taken whole where a part is meant: from a position in scope, up to it, or without its first or last. */
export const missingSlice: Operator = {
  name: "missing-slice",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (node.type === "slice") yield* closeSlice(node, context);
    const place = weighPlace(node, context);
    if (place === 0 || enclosing(node, functionTypes) === null) return;
    const { source } = context;
    const text = textOf(node, source);
    const isPython = source.language === "python";
    const cut = (from: string, to: string) => {
      if (isPython) return `${text}[${from}:${to}]`;
      return to === "" ? `${text}.slice(${from})` : `${text}.slice(${from === "" ? "0" : from}, ${to})`;
    };
    const put = (replacement: string, weight: number) =>
      replaceNode(node, replacement, source, { weight: place * weight });
    yield put(cut("1", ""), 0.5);
    yield put(cut("", "-1"), 0.4);
    const positions = listTerms(node, context)
      .filter(
        ({ text: name, shape }) =>
          name !== text &&
          (shape === "number" || (shape === "unknown" && /at$|index|pos|start|end|common|count/i.test(name))),
      )
      .slice(0, MAX_POSITIONS);
    for (const { text: position, weight } of positions) {
      yield put(cut(position, ""), weight);
      yield put(cut("", position), weight);
      yield put(cut(`${position} + 1`, ""), weight * 0.6);
    }
  },
};

/** The end of a slice that is left open: `[:end]` for `[start:end]`; and both ends the other way round. */
function* closeSlice(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  const text = textOf(node, source);
  const [from = "", to = "", ...more] = text.split(":").map((part) => part.trim());
  if (more.length > 0 || (from !== "" && to !== "") || from + to === "") return;
  yield replaceNode(node, `${to}:${from}`, source, { weight: 0.9 });
  const positions = listTerms(node, context)
    .filter(({ shape }) => shape === "number" || shape === "unknown")
    .slice(0, MAX_POSITIONS + 1);
  for (const { text: position, shape, weight } of positions) {
    const share = weight * (shape === "number" ? 1 : 0.5);
    for (const [bound, part] of [
      [position, 1],
      [`${position} + 1`, 0.7],
    ] as const) {
      const closed = from === "" ? `${bound}:${to}` : `${from}:${bound}`;
      yield replaceNode(node, closed, source, { weight: share * part });
    }
  }
}

/** A list or text that is read; its length and its methods that look for something are asked of the whole. */
function weighPlace(node: SyntaxNode, { source, names }: OperatorContext): number {
  const { parent, field } = node;
  if (parent === null || !/^(?:identifier|member_expression|attribute)$/.test(node.type)) return 0;
  const type = names.typeOf(node);
  if (type !== "string" && type !== "array" && type !== "unknown") return 0;
  const share = type === "unknown" ? 0.4 : 1;
  if (field === "object") {
    const isMapped = /\.(?:map|filter|join|every|some|reduce|forEach|flatMap|find|split|trim)$/.test(
      textOf(parent, source),
    );
    return isMapped ? 0.6 * share : 0;
  }
  if (field === "function" || field === "left" || field === "name") return 0;
  if (parent.type === "return_statement" || field === "value" || field === "right")
    return /parameter|pattern/.test(parent.type) ? 0 : 0.8 * share;
  if (parent.type === "arguments" || parent.type === "argument_list") return 0.6 * share;
  return field === "consequence" || field === "alternative" ? 0.8 * share : 0;
}
