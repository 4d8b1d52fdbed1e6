import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const scriptValues = ["null", "undefined", "true", "false", "0", "1", "-1", '""', "[]", "{}"];
const pythonValues = ["None", "True", "False", "0", "1", "-1", '""', "[]", "{}"];

/** Mends a return of the wrong value: another simple one, or one operand, argument or branch of what is returned. */
export const returnValue: Operator = {
  name: "return-value",
  version: 1,
  prior: 0.4,
  languages,
  *find(node, { source }) {
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
