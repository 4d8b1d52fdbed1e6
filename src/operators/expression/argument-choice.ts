import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import { fitTypes } from "../simple-type.ts";

const MAX_NAMES = 3;

/** Mends an argument that is not what its parameter is called like: `area(height, height)` for `area(width, height)`. */
export const argumentChoice: Operator = {
  name: "argument-choice",
  version: 1,
  prior: 0.6,
  languages,
  isRepairOnly: true,
  *find(node, { source, names }) {
    const call = readCall(node, source);
    if (call === null) return;
    const parameters = names.signaturesOf(call.name)[0]?.parameters ?? [];
    const visible = names
      .inScope(node)
      .filter(
        ({ kind, name }) => (kind === "parameter" || kind === "variable") && !/^(?:self|cls)$/.test(name),
      );
    for (const [at, argument] of call.values.entries()) {
      const { wanted, value } = readArgument(argument, parameters[at] ?? "", source.text);
      if (wanted === "" || /spread|splat/.test(argument.type)) continue;
      const text = textOf(value, source);
      const own = names.similarity(wanted, text);
      const better = visible
        .map(({ name, node: declared }) => ({
          name,
          likeness: names.similarity(name, wanted),
          fit: fitTypes(names.typeOf(value), names.typeOf(declared)),
        }))
        .filter(({ name, likeness }) => name !== text && likeness > Math.max(0.3, own))
        .toSorted((a, b) => b.likeness - a.likeness)
        .slice(0, MAX_NAMES);
      for (const { name, likeness, fit } of better) {
        yield replaceNode(value, name, source, { weight: Math.max(0.1, likeness * Math.max(fit, 0.6)) });
      }
    }
  },
};

function readArgument(argument: SyntaxNode, parameter: string, text: string) {
  const [name, value] = [childOf(argument, "name"), childOf(argument, "value")];
  if (argument.type !== "keyword_argument" || name === null || value === null) {
    return { wanted: parameter, value: argument };
  }
  return { wanted: text.slice(name.start, name.end), value };
}
