import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";

const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
const words: Readonly<Record<string, string>> = {
  break_statement: "break",
  continue_statement: "continue",
  return_statement: "return",
};

/** Mends a loop that goes on where it should stop, or stops where it should go on. */
export const loopExit: Operator = {
  name: "loop-exit",
  version: 1,
  prior: 0.4,
  languages,
  *find(node, { source }) {
    const word = words[node.type];
    const loop = enclosing(node, loops);
    if (word === undefined || loop === null) return;
    const owner = enclosing(node, functionTypes);
    // A function inside the loop cannot end it.
    if (owner !== null && owner.start > loop.start) return;
    const rest = textOf(node, source).slice(word.length).trim();
    if (/^[\w$]/.test(rest) && word !== "return") return;
    const end = source.language === "python" ? "" : ";";
    const others = Object.values(words).filter((other) => other !== word);
    for (const other of others) {
      if (other === "return" && owner === null) continue;
      yield {
        start: node.start,
        end: node.end,
        replacement: `${other}${end}`,
        summary: `${other} instead of ${word}`,
        weight: word === "return" || other === "return" ? 0.3 : 1,
      };
    }
  },
};
