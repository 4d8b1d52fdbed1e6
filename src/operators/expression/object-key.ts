import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const MAX_NAMES = 5;

/** Mends a property of an object that has the wrong key, or takes its value from a name that is only alike. */
export const objectKey: Operator = {
  name: "object-key",
  version: 1,
  prior: 0.35,
  languages,
  *find(node, { source, names }) {
    if (node.type !== "pair") return;
    const [key, value] = [childOf(node, "key"), childOf(node, "value")];
    if (key === null || value === null || key.type === "computed_property_name") return;
    const siblings = new Set(
      (node.parent === null ? [] : namedChildrenOf(node.parent)).map((pair) =>
        textOf(childOf(pair, "key") ?? pair, source),
      ),
    );
    const isText = key.type === "string";
    const text = textOf(key, source);
    const plain = isText ? text.slice(1, -1) : text;
    // A key and the name of its value are mostly the same.
    const likely = names
      .inScope(node)
      .filter(({ kind, name }) => kind !== "function" && kind !== "import" && name !== textOf(value, source))
      .map(({ name }) => ({ name, likeness: names.similarity(name, plain) }))
      .filter(({ likeness }) => likeness > 0.6 && likeness > names.similarity(plain, textOf(value, source)))
      .toSorted((a, b) => b.likeness - a.likeness);
    for (const { name, likeness } of likely.slice(0, 2))
      yield replaceNode(value, name, source, { weight: likeness });
    const keys = isText ? names.strings.filter((other) => other !== text && /^.[\w-]+.$/.test(other)) : [];
    const others = keys
      .filter((other) => !siblings.has(other))
      .map((other) => ({ other, likeness: names.similarity(other.slice(1, -1), plain) }))
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, MAX_NAMES);
    for (const { other, likeness } of others)
      yield replaceNode(key, other, source, { weight: 0.15 + 0.5 * likeness });
  },
};
