import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { joinEdits, type Part } from "./join-edits.ts";

const opposites: Readonly<Record<string, string>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "Math.min": "Math.max",
  "Math.max": "Math.min",
  min: "max",
  max: "min",
};
const firsts =
  /^(?:-?\d+|-?Infinity|Number\.M\w+|-?float\(["']-?inf["']\)|-?math\.inf|sys\.maxsize|null|None|undefined)$/;

/**
 * Mends the search for the smallest or largest: a first value that no item comes below (`0` for the first item or for
 * infinity), and with it the comparison or `min`/`max` that goes the wrong way.
 */
export const extremum: Operator = {
  name: "extremum",
  version: 1,
  prior: 0.35,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    const name = childOf(node, "name") ?? childOf(node, "left");
    const value = childOf(node, "value") ?? childOf(node, "right");
    if (name === null || value === null || name.type !== "identifier") return;
    if (!/^(?:variable_declarator|assignment)$/.test(node.type) || !firsts.test(textOf(value, source)))
      return;
    const owner = enclosing(node, functionTypes);
    if (owner === null) return;
    const turns = findTurns(textOf(name, source), node, owner, source);
    if (turns.length === 0) return;
    const own = textOf(value, source);
    for (const { text, weight } of listFirsts(owner, turns[0], source)) {
      if (text === own) continue;
      const first = { start: value.start, end: value.end, replacement: text };
      yield { ...first, summary: `begin with ${text}`, weight };
      const joined = joinEdits([first, ...turns.map(({ part }) => part)], source);
      const summary = `begin with ${text} and compare the other way`;
      if (joined !== null) yield { ...joined, summary, weight: weight * 0.7 };
    }
  },
};

type Turn = { readonly part: Part; readonly iterated: string | null };

/** What compares the variable with something, the other way round; and what a loop around it goes through. */
function findTurns(name: string, from: SyntaxNode, owner: SyntaxNode, source: Source): readonly Turn[] {
  const turns: Turn[] = [];
  for (const node of walkTree(owner)) {
    if (node.start < from.end) continue;
    const sign = findSign(node, name, source);
    const opposite = sign === null ? undefined : opposites[textOf(sign, source)];
    if (sign === null || opposite === undefined) continue;
    const loop = enclosing(node, new Set(["for_in_statement", "for_statement"]));
    const all = loop === null ? null : childOf(loop, "right");
    turns.push({
      part: { start: sign.start, end: sign.end, replacement: opposite },
      iterated: all === null ? null : textOf(all, source),
    });
  }
  return turns.slice(0, 2);
}

/** Only where the variable is compared as a whole in a branch, or handed to `min` or `max`. */
function findSign(node: SyntaxNode, name: string, source: Source): SyntaxNode | null {
  const parts = namedChildrenOf(node).map((part) => textOf(part, source));
  if (node.type === "binary_expression" || node.type === "comparison_operator") {
    if (
      !parts.includes(name) ||
      enclosing(node, new Set(["if_statement", "ternary_expression", "conditional_expression"])) === null
    )
      return null;
    return node.children.find(({ isNamed, type }) => !isNamed && type in opposites) ?? null;
  }
  const list = childOf(node, "arguments");
  const callee = childOf(node, "function");
  if (list === null || callee === null) return null;
  return namedChildrenOf(list).some((part) => textOf(part, source) === name) ? callee : null;
}

function listFirsts(
  owner: SyntaxNode,
  turn: Turn | undefined,
  source: Source,
): readonly { readonly text: string; readonly weight: number }[] {
  const isPython = source.language === "python";
  const [low, high] = isPython ? ['float("-inf")', 'float("inf")'] : ["-Infinity", "Infinity"];
  const items =
    turn?.iterated !== null && turn !== undefined && /^[\w$.]+$/.test(turn.iterated) ? [turn.iterated] : [];
  const [parameter] = namedChildrenOf(childOf(owner, "parameters") ?? owner)
    .map((node) => /^[A-Za-z_$][\w$]*/.exec(textOf(node, source))?.[0])
    .filter((text) => text !== undefined && text !== "self");
  const all = [...new Set([...items, ...(parameter === undefined ? [] : [parameter])])];
  return [
    ...all.map((text, at) => ({ text: `${text}[0]`, weight: at === 0 ? 1 : 0.5 })),
    { text: low, weight: 0.9 },
    { text: high, weight: 0.9 },
    { text: isPython ? "None" : "null", weight: 0.2 },
  ];
}
