import { languages } from "../../syntax/language.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";

/** Mends what is done once and has to be done until it no longer holds, or the other way round: `if` for `while`. */
export const ifWhile: Operator = {
  name: "if-while",
  version: 1,
  prior: 0.25,
  languages,
  *find(node) {
    const isIf = node.type === "if_statement";
    if (!isIf && node.type !== "while_statement") return;
    if (childOf(node, "alternative") !== null) return;
    const [word, other] = isIf ? ["if", "while"] : ["while", "if"];
    const summary = `${other} instead of ${word}`;
    yield {
      start: node.start,
      end: node.start + word.length,
      replacement: other,
      summary,
      weight: isIf ? 0.8 : 0.5,
    };
  },
};
