import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import { isCondition } from "../is-condition.ts";
import type { Operator } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { replaceNode } from "../replace-node.ts";
import type { SimpleType } from "../simple-type.ts";

type Check = {
  readonly subject: SyntaxNode;
  /** Whether it asks for absence: `!x`, `x == null`. */
  readonly isAbsent: boolean;
};

const subjects = new Set([
  "identifier",
  "member_expression",
  "attribute",
  "subscript_expression",
  "subscript",
  "call_expression",
  "call",
]);

/** Mends a check for the wrong kind of nothing: `!x` for `x == null` where 0 or "" are values, `x` for `x.length > 0`. */
export const emptyCheck: Operator = {
  name: "empty-check",
  version: 1,
  prior: 0.55,
  languages,
  isRepairOnly: true,
  *find(node, { source, names }) {
    const check = readCheck(node, source);
    if (check === null) return;
    const current = textOf(node, source);
    const tests = source.language === "python" ? listPython : listScript;
    for (const [code, weight] of tests(check, source, names.typeOf(check.subject))) {
      if (code !== current)
        yield replaceNode(node, code, source, { weight, summary: `ask for ${code}`.slice(0, 80) });
    }
  },
};

/** A test of presence or absence; a bare subject only where a condition stands. */
function readCheck(node: SyntaxNode, source: Source): Check | null {
  if (subjects.has(node.type)) return isCondition(node, source) ? { subject: node, isAbsent: false } : null;
  const negated = /^(?:unary_expression|not_operator)$/.test(node.type) ? childOf(node, "argument") : null;
  if (negated !== null) {
    const isNot = node.type === "not_operator" || textOf(node, source).startsWith("!");
    return isNot && subjects.has(negated.type) ? { subject: negated, isAbsent: true } : null;
  }
  const binary = readBinary(node, source);
  if (binary === null || !/^(?:[=!]==?|is|is not|>)$/.test(binary.sign)) return null;
  const other = textOf(binary.right, source);
  const isAbsent = /^(?:===?|is)$/.test(binary.sign);
  if (/^(?:null|undefined|None|""|'')$/.test(other) && binary.sign !== ">") {
    const typed = binary.left.type === "unary_expression" ? null : binary.left;
    return typed !== null && subjects.has(typed.type) ? { subject: typed, isAbsent } : null;
  }
  if (other !== "0") return null;
  const sized = /(?:^len\((.*)\)|^(.*)\.(?:length|size))$/s.exec(textOf(binary.left, source));
  if (sized === null) return null;
  const subject = childOf(binary.left, "object") ?? childOf(binary.left, "arguments")?.children[1] ?? null;
  return subject === null ? null : { subject, isAbsent };
}

type Tests = readonly (readonly [code: string, weight: number])[];

function listScript({ subject, isAbsent }: Check, source: Source, type: SimpleType): Tests {
  const text = bracketOperand(subject, source);
  const [equal, same] = isAbsent ? ["==", "==="] : ["!=", "!=="];
  const isSized = type === "array" || type === "string" || type === "unknown";
  const isKeyed = type === "map" || type === "set";
  return [
    [`${text} ${equal} null`, 0.7],
    [`${text} ${same} undefined`, 0.8],
    [`${text} ${same} null`, 0.6],
    [isAbsent ? `!${text}` : text, 0.6],
    ...(isSized
      ? ([[`${text}.length ${isAbsent ? "=== 0" : "> 0"}`, type === "unknown" ? 0.4 : 0.7]] as const)
      : []),
    ...(isKeyed ? ([[`${text}.size ${isAbsent ? "=== 0" : "> 0"}`, 0.8]] as const) : []),
    ...(type === "string" ? ([[`${text} ${same} ""`, 0.4]] as const) : []),
    ...(type === "number" ? ([[`${text} ${same} 0`, 0.4]] as const) : []),
    ...(type === "number" ? ([[`${isAbsent ? "" : "!"}Number.isNaN(${text})`, 0.4]] as const) : []),
    ...(isAbsent && isSized ? ([[`${text} == null || ${text}.length === 0`, 0.2]] as const) : []),
  ];
}

function listPython({ subject, isAbsent }: Check, source: Source, type: SimpleType): Tests {
  const text = bracketOperand(subject, source);
  return [
    [`${text} is ${isAbsent ? "" : "not "}None`, 0.9],
    [isAbsent ? `not ${text}` : text, 0.8],
    ...(type === "number" ? ([[`${text} ${isAbsent ? "==" : "!="} 0`, 0.4]] as const) : []),
    ...(type === "string" ? ([[`${text} ${isAbsent ? "==" : "!="} ""`, 0.3]] as const) : []),
    ...(type !== "number" ? ([[`len(${text}) ${isAbsent ? "== 0" : "> 0"}`, 0.3]] as const) : []),
  ];
}
