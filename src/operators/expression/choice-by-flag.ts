import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { isCondition } from "../is-condition.ts";
import { isValue } from "../is-value.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { listLiterals } from "../synthesis/list-literals.ts";

/** Flags that are tried at one place, and values for each. */
const MAX_FLAGS = 2;
const MAX_VALUES = 4;

/** Mends a value that does not heed an option: a flag that nothing reads chooses between it and another one. */
export const choiceByFlag: Operator = {
  name: "choice-by-flag",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const { source, names } = context;
    if (!isValue(node) || isCondition(node, source) || node.field === "object" || node.field === "function")
      return;
    if (
      !/^(?:identifier|call|call_expression|member_expression|attribute|string|number|integer|binary_expression|binary_operator)$/.test(
        node.type,
      )
    )
      return;
    const locals = listLocals(node, names);
    const flags = locals.filter(
      ({ isUnread, isOwn, type }) => isUnread && isOwn && (type === "boolean" || type === "unknown"),
    );
    if (flags.length === 0) return;
    const type = names.typeOf(node);
    const text = textOf(node, source);
    const tested = listLiterals(context);
    const fitting = [
      ...locals.filter((local) => local.type === type && !local.isUnread).map(({ name }) => name),
      ...(type === "string" ? tested.strings : type === "number" ? tested.numbers : []),
      ...(type === "string" ? names.strings : type === "number" ? ["0", "1"] : []),
      ...(type === "number" ? [`-${text}`] : []),
      ...(type === "string" && source.language !== "python" ? [`${text}.toLowerCase()`] : []),
      ...(type === "string" && source.language === "python" ? [`${text}.lower()`] : []),
    ];
    const others = [...new Set(fitting)].filter((other) => other !== text).slice(0, MAX_VALUES);
    for (const { name: flag, type: kind } of flags.slice(0, MAX_FLAGS)) {
      const weight = kind === "boolean" ? 0.6 : 0.25;
      for (const other of others) {
        for (const [first, second] of [
          [other, text],
          [text, other],
        ] as const) {
          const code =
            source.language === "python"
              ? `${first} if ${flag} else ${second}`
              : `${flag} ? ${first} : ${second}`;
          yield replaceNode(node, `(${code})`, source, { weight });
        }
      }
    }
  },
};
