import { walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "../code/code-facts.ts";
import { isPhrase } from "./read-test-inputs.ts";

/** A telling text of a source, with its line. */
export type TextPlace = { readonly text: string; readonly line: number };

/** The phrases that code spells out, line by line, also in patterns and as names of members. Pure. */
export function listTextPlaces(facts: CodeFacts): readonly TextPlace[] {
  const { root, text } = facts.source;
  const spelled = facts.texts.filter(({ node }) => node.parent?.type !== "expression_statement");
  const names = [...walkTree(root)].flatMap((node) =>
    /^(property_identifier|identifier)$/.test(node.type)
      ? [{ value: text.slice(node.start, node.end), node }]
      : [],
  );
  const patterns = [...walkTree(root)].flatMap((node) =>
    node.type === "regex_pattern"
      ? [
          {
            value: text
              .slice(node.start, node.end)
              .replaceAll(/\\(.)/g, "$1")
              .replaceAll(/[()^$]/g, ""),
            node,
          },
        ]
      : [],
  );
  return [...spelled, ...names, ...patterns].flatMap(({ value, node }) =>
    value
      .split("\n")
      .map((part, at) => ({ text: part.trim(), line: Math.min(node.line + at, node.endLine) }))
      .filter((place) => isPhrase(place.text)),
  );
}
