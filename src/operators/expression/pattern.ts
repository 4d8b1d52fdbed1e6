import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { changePattern } from "../change-pattern.ts";
import { insertArgument } from "../insert-argument.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const pythonFunctions = /^(?:compile|match|fullmatch|search|findall|finditer|split|sub|subn)$/;

/** Mends a regular expression: a missing or wrong flag or anchor, `+` for `*`, a class too narrow, a greedy part, a point that means any letter. */
export const pattern: Operator = {
  name: "pattern",
  version: 2,
  prior: 0.5,
  languages,
  *find(node, { source }) {
    if (node.type === "regex") yield* changeLiteral(node, source);
    if (node.type === "string") yield* changeText(node, source);
  },
};

function* changeLiteral(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const body = childOf(node, "pattern");
  if (body === null) return;
  const text = textOf(body, source);
  const flagNode = childOf(node, "flags");
  const flags = flagNode === null ? "" : textOf(flagNode, source);
  for (const flag of ["g", "i", "m", "u", "s"]) {
    if ((flag === "s" && !text.includes(".")) || (flag === "u" && flags.includes("v"))) continue;
    const changed = flags.includes(flag) ? flags.replace(flag, "") : `${flags}${flag}`;
    yield replaceNode(node, `/${text}/${changed}`, source, { weight: flag === "g" ? 1 : 0.5 });
  }
  for (const [changed, weight] of changePattern(text)) {
    if (changed !== "" && isPattern(changed, flags))
      yield replaceNode(node, `/${changed}/${flags}`, source, { weight });
  }
}

/** The pattern of `re.match(r"…")` and `new RegExp("…", "g")`. */
function* changeText(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const call = node.parent?.parent ? readCall(node.parent.parent, source) : null;
  if (call === null || call.values[0] !== node) return;
  const isPython = source.language === "python";
  const isRe =
    isPython &&
    call.object !== null &&
    textOf(call.object, source) === "re" &&
    pythonFunctions.test(call.name);
  if (!isRe && !(!isPython && call.name === "RegExp")) return;
  const parts = /^([rR]?)(["'])(.*)\2$/s.exec(textOf(node, source));
  if (parts === null) return;
  const [, prefix = "", quote = "", text = ""] = parts;
  // In a plain string of the other languages a backslash is written twice.
  const isRaw = prefix !== "" || !text.includes("\\");
  for (const [changed, weight] of isRaw ? changePattern(text) : []) {
    if (changed.includes("\\") && prefix === "" && !text.includes("\\")) continue;
    if (changed !== "" && !changed.includes(quote))
      yield replaceNode(node, `${prefix}${quote}${changed}${quote}`, source, { weight });
  }
  if (!isRe || call.values.some(({ type }) => type === "keyword_argument")) return;
  yield insertArgument(call, call.values.length, "flags=re.IGNORECASE", 0.4);
  yield insertArgument(call, call.values.length, "flags=re.MULTILINE", 0.25);
}

function isPattern(text: string, flags: string): boolean {
  try {
    new RegExp(text, flags);
    return true;
  } catch {
    return false;
  }
}
