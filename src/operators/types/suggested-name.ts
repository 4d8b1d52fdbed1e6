import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { readQuoted } from "./read-quoted.ts";

const unknown =
  /^(?:TS2304|TS2339|TS2551|TS2552|TS2561|TS2724|TS2353|TS2305|TS2307|TS2835|name-defined|attr-defined|call-arg|import-not-found|no-undef|noUndeclaredVariables|F821)$/;
const nameTypes =
  /^(?:identifier|property_identifier|shorthand_property_identifier|type_identifier|private_property_identifier)$/;
/** Names that are tried where the message suggests none. */
const MAX_NAMES = 5;

/** Mends a name that the compiler does not know: by what it suggests, else by the names in scope and members that are most alike. */
export const suggestedName: Operator = {
  name: "suggested-name",
  version: 1,
  prior: 1,
  languages,
  seesTypes: true,
  isRepairOnly: true,
  *find(node, { source, names, findings = [] }) {
    if (!nameTypes.test(node.type) && node.type !== "string") return;
    const current = textOf(node, source);
    for (const { line, rule, message } of findings) {
      if (line !== node.line || !unknown.test(rule)) continue;
      const suggested =
        /(?:[Dd]id you mean|maybe|[Uu]se) (?:to (?:use|write) )?(?:the \w+ )?["'`]([^"'`]+)["'`]/.exec(
          message,
        )?.[1];
      const quoted = readQuoted(message);
      if (node.type === "string") {
        const isPath = suggested !== undefined && node.field === "source" && /^\.{0,2}\//.test(suggested);
        if (isPath)
          yield replaceNode(node, `${current.slice(0, 1)}${suggested}${current.slice(0, 1)}`, source);
        continue;
      }
      if (!quoted.includes(current)) continue;
      if (suggested !== undefined && suggested !== current) {
        yield replaceNode(node, suggested, source);
        continue;
      }
      const object = node.parent === null ? null : childOf(node.parent, "object");
      const isMember = object !== null && object !== node;
      const known = isMember
        ? names.membersOf(textOf(object, source))
        : names.inScope(node).map(({ name }) => name);
      const alike = known
        .filter((name) => name !== current)
        .map((name) => ({ name, likeness: names.similarity(name, current) }))
        .toSorted((a, b) => b.likeness - a.likeness)
        .slice(0, MAX_NAMES);
      for (const { name, likeness } of alike)
        yield replaceNode(node, name, source, { weight: 0.2 + 0.8 * likeness });
      if (!isMember)
        for (const own of source.language === "python" ? ["self"] : ["this"]) {
          if (names.membersOf(own).includes(current))
            yield replaceNode(node, `${own}.${current}`, source, { weight: 0.9 });
        }
    }
  },
};
