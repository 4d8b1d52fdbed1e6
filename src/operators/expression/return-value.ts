import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { fitTypes } from "../simple-type.ts";
import { listLiterals } from "../synthesis/list-literals.ts";

const scriptValues = ["null", "undefined", "true", "false", "0", "1", "-1", '""', "[]", "{}"];
const pythonValues = ["None", "True", "False", "0", "1", "-1", '""', "[]", "{}"];

/** Names in scope that are tried. */
const MAX_NAMES = 6;

/** Mends a return of the wrong value: another simple one, a variable, or one operand, argument or branch of what is returned. */
export const returnValue: Operator = {
  name: "return-value",
  version: 2,
  prior: 0.4,
  languages,
  *find(node, context) {
    const { source, names } = context;
    if (node.type !== "return_statement") return;
    const [value] = namedChildrenOf(node);
    if (value === undefined) return;
    const text = textOf(value, source);
    const values = source.language === "python" ? pythonValues : scriptValues;
    const isSimple = values.includes(text);
    for (const other of values) {
      if (other !== text)
        yield replaceNode(value, other, source, {
          weight: isSimple ? 0.7 : 0.15,
          summary: `return ${other}`,
        });
    }
    if (value.type !== "identifier") {
      for (const { name, isOwn, isUnread, type } of listLocals(node, names).slice(0, MAX_NAMES)) {
        const likely = isUnread
          ? 1
          : !isOwn
            ? 0.15
            : /^(?:result|out|found|acc|total|count)/i.test(name)
              ? 0.6
              : 0.35;
        yield replaceNode(value, name, source, { weight: likely * fitTypes(names.typeOf(value), type) });
      }
    }
    for (const literal of listLiterals(context).expected) {
      if (values.includes(literal) || literal === text) continue;
      yield replaceNode(value, literal, source, {
        weight: isSimple ? 0.3 : 0.1,
        summary: `return ${literal}`,
      });
    }
    const list = childOf(value, "arguments");
    const parts = [
      ...(list === null ? [] : namedChildrenOf(list)),
      childOf(value, "object"),
      childOf(value, "value"),
    ];
    for (const part of parts.filter((found) => found !== null)) {
      yield replaceNode(value, textOf(part, source), source, { weight: 0.3 });
    }
  },
};
