import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { Operator } from "../operator.ts";
import { type Call, readCall } from "../read-call.ts";
import { excerpt, replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
/** What gives a new value and leaves its object as it is. */
const scriptPure = words(
  "trim trimStart trimEnd replace replaceAll toUpperCase toLowerCase padStart padEnd concat slice filter map flatMap flat toSorted toReversed substring normalize repeat",
);
const pythonPure = words(
  "strip lstrip rstrip replace upper lower title capitalize casefold zfill ljust rjust center removeprefix removesuffix union intersection difference symmetric_difference",
);
const assignable = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[[^[\]]*\])*$/;

/** Mends a result that is thrown away (`s.trim();`, `xs.concat(ys);`), and the result of a method that gives none (`x = xs.sort()` in Python, `push` in JavaScript). */
export const discardedResult: Operator = {
  name: "discarded-result",
  version: 1,
  prior: 0.6,
  languages,
  isRepairOnly: true,
  *find(node, { source }) {
    const call = readCall(node, source);
    if (call === null) return;
    const isPython = source.language === "python";
    const object = call.object === null ? "" : textOf(call.object, source);
    if (node.parent?.type === "expression_statement") {
      const text = textOf(node, source);
      const isPure = (isPython ? pythonPure : scriptPure).has(call.name) && assignable.test(object);
      if (isPure)
        yield replaceNode(node, `${object} = ${text}`, source, {
          summary: `keep what ${excerpt(text)} gives`,
        });
      if (call.name === "concat" && call.values.length === 1) {
        const list = textOf(call.values[0] ?? node, source);
        yield replaceNode(node, `${object}.push(...${list})`, source, { weight: 0.9 });
      }
      const [only] = call.values;
      if (isPython && call.name === "sorted" && call.object === null && only !== undefined) {
        const sorted = textOf(only, source);
        if (assignable.test(sorted)) yield replaceNode(node, `${sorted} = ${text}`, source);
      }
      return;
    }
    yield* isPython ? giveList(call, object, source.text) : givePushed(call, object, source.text);
  },
};

/** In Python, what changes a list in place gives None. */
function* giveList({ node, name, values, list }: Call, object: string, text: string): Generator<TextEdit> {
  if (object === "" || !/^(?:return_statement|assignment|argument_list)$/.test(node.parent?.type ?? ""))
    return;
  const inside = text.slice(list.start + 1, list.end - 1).trim();
  const [only] = values;
  const value = only === undefined ? "" : text.slice(only.start, only.end);
  const replacements: readonly string[] =
    name === "sort"
      ? [`sorted(${[object, inside].filter((part) => part !== "").join(", ")})`]
      : name === "reverse"
        ? [`${object}[::-1]`]
        : name === "append" && values.length === 1
          ? [`${object} + [${value}]`]
          : name === "extend" && values.length === 1
            ? [`${object} + ${value}`]
            : name === "update" && values.length === 1
              ? [`{**${object}, **${value}}`]
              : [];
  for (const replacement of replacements) {
    const summary = `give a new value instead of what ${name} gives`;
    yield { start: node.start, end: node.end, replacement, summary, weight: 1 };
  }
}

/** `push` and `unshift` give the new length. */
function* givePushed({ node, name, values }: Call, object: string, text: string): Generator<TextEdit> {
  const [only] = values;
  if (object === "" || only === undefined || values.length > 1) return;
  const isUsed = /^(?:return_statement|variable_declarator|assignment_expression|arguments|arrow_function)$/;
  if (!isUsed.test(node.parent?.type ?? "")) return;
  const value = text.slice(only.start, only.end);
  const replacement =
    name === "push" ? `[...${object}, ${value}]` : name === "unshift" ? `[${value}, ...${object}]` : null;
  if (replacement === null) return;
  yield {
    start: node.start,
    end: node.end,
    replacement,
    summary: `give a new list instead of its length`,
    weight: 1,
  };
}
