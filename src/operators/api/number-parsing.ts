import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { insertArgument } from "../insert-argument.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

const radixes: Readonly<Record<string, number>> = { 10: 0.8, 16: 0.5, 2: 0.5, 8: 0.3 };
const parsing = new Set(["parseInt", "int"]);

/** Mends a number that is read or written in the wrong base, and `map(parseInt)`, which takes the index for a base. */
export const numberParsing: Operator = {
  name: "number-parsing",
  version: 1,
  prior: 0.4,
  languages,
  *find(node, { source, names }) {
    const call = readCall(node, source);
    if (call === null) return;
    const [first, second] = call.values;
    const isParse = parsing.has(call.name) && first !== undefined;
    const isRender = call.name === "toString" && source.language !== "python";
    const radix = isParse ? second : first;
    if (isParse || isRender) {
      if (radix === undefined && (isRender || names.typeOf(first ?? node) !== "number")) {
        for (const [base, weight] of Object.entries(radixes)) {
          if (isRender && base === "10") continue;
          yield insertArgument(
            call,
            call.values.length,
            base,
            call.name === "parseInt" ? weight : weight / 2,
          );
        }
      } else if (radix !== undefined) {
        for (const [base, weight] of Object.entries(radixes))
          yield replaceNode(radix, base, source, { weight });
      }
    }
    if (call.name === "map" && first !== undefined && textOf(first, source) === "parseInt") {
      yield replaceNode(first, "(text) => parseInt(text, 10)", source);
      yield replaceNode(first, "Number", source, { weight: 0.8 });
    }
  },
};
