import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { readQuoted } from "./read-quoted.ts";

const assigned = /^(?:TS2588|no-const-assign|noConstAssign)$/;
const unassigned = /^(?:prefer-const|useConst)$/;
const old = /^(?:no-var|noVar)$/;

/** Mends a variable that is declared by the wrong word: a constant that is assigned, a `let` that never is, a `var`. */
export const declarationKind: Operator = {
  name: "declaration-kind",
  version: 1,
  prior: 0.9,
  languages: scriptLanguages,
  isRepairOnly: true,
  *find(node, { source, findings = [] }) {
    if (!/^(?:const|let|var)$/.test(node.type) || node.parent === null) return;
    const declared = namedChildrenOf(node.parent).map((declarator) =>
      textOf(declarator.children[0] ?? declarator, source),
    );
    for (const { rule, message, line } of findings) {
      const isNamed = readQuoted(message).some((name) => declared.includes(name));
      if (assigned.test(rule) && node.type === "const" && isNamed) yield replaceNode(node, "let", source);
      if (line !== node.line) continue;
      if (unassigned.test(rule) && node.type === "let") yield replaceNode(node, "const", source);
      if (old.test(rule) && node.type === "var") {
        yield replaceNode(node, "let", source);
        yield replaceNode(node, "const", source, { weight: 0.9 });
      }
    }
  },
};
