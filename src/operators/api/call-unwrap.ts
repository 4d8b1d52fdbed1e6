import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { excerpt, replaceNode } from "../replace-node.ts";

const steps =
  /^(?:abs|floor|round|ceil|trunc|Number|String|parseInt|parseFloat|int|str|float|bool|Boolean|sorted|list|tuple|set|reversed|len|sum|not)$/;
const methods =
  /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|reverse|toReversed|sort|toSorted|flat|slice|filter|strip|lstrip|rstrip|lower|upper|title|capitalize|copy|concat|keys|values|items|toString|normalize)$/;

/** Mends a step too many around a value: a rounding, a conversion, a letter case, a reversal, a filter. */
export const callUnwrap: Operator = {
  name: "call-unwrap",
  version: 1,
  prior: 0.45,
  languages,
  *find(node, { source }) {
    const call = readCall(node, source);
    if (call === null || node.parent?.type === "expression_statement") return;
    const summary = `leave out ${excerpt(call.name)}`;
    if (
      call.object !== null &&
      !/^(?:Math|Number|Object|Array|math|this|self|super|JSON)$/.test(textOf(call.object, source))
    ) {
      const weight = methods.test(call.name) ? 0.7 : call.values.length === 0 ? 0.3 : 0.2;
      yield replaceNode(node, textOf(call.object, source), source, { weight, summary });
      return;
    }
    const [only, ...others] = call.values;
    if (only === undefined || others.length > 0 || /spread|splat|keyword|generator/.test(only.type)) return;
    yield replaceNode(node, `(${textOf(only, source)})`, source, {
      weight: steps.test(call.name) ? 0.8 : call.isNew ? 0.1 : 0.3,
      summary,
    });
  },
};
