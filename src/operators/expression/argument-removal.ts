import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { excerpt, replaceNode } from "../replace-node.ts";

/** Mends a call with an argument too many: beyond what the function takes, a default that was overridden, or a wrong option. */
export const argumentRemoval: Operator = {
  name: "argument-removal",
  version: 1,
  prior: 0.35,
  languages,
  *find(node, { source, names }) {
    const call = readCall(node, source);
    if (call === null || call.values.length === 0 || /generator/.test(call.list.type)) return;
    const [signature] = names.signaturesOf(call.name);
    const isTooMany =
      signature !== undefined && !signature.isOpen && call.values.length > signature.parameters.length;
    for (const [at, value] of call.values.entries()) {
      const kept = call.values.filter((other) => other !== value).map((other) => textOf(other, source));
      const isLast = at === call.values.length - 1;
      const weight = isTooMany ? 1 : call.values.length === 1 ? 0.15 : isLast ? 0.4 : 0.25;
      yield replaceNode(call.list, `(${kept.join(", ")})`, source, {
        weight,
        summary: `call ${excerpt(call.name)} without ${excerpt(textOf(value, source))}`,
      });
    }
  },
};
