import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import { insertArgument } from "../insert-argument.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

/** Mends an element that is taken out in the wrong way: `delete xs[i]` leaves a hole, `splice(i)` takes all that follow, `remove(i)` takes a value. */
export const elementRemoval: Operator = {
  name: "element-removal",
  version: 1,
  prior: 0.45,
  languages,
  *find(node, { source, names }) {
    const call = readCall(node, source);
    const [first, ...others] = call?.values ?? [];
    if (call !== null && call.object !== null && first !== undefined && others.length === 0) {
      const [object, value] = [textOf(call.object, source), textOf(first, source)];
      if (call.name === "splice") yield insertArgument(call, 1, "1", 1);
      if (call.name === "splice") yield insertArgument(call, 1, "0", 0.2);
      if (call.name === "delete" && names.typeOf(call.object) === "array") {
        yield replaceNode(node, `${object}.splice(${object}.indexOf(${value}), 1)`, source);
      }
      if (call.name === "remove") yield replaceNode(node, `${object}.pop(${value})`, source, { weight: 0.6 });
      if (call.name === "pop" && source.language === "python") {
        yield replaceNode(node, `${object}.remove(${value})`, source, { weight: 0.4 });
        yield replaceNode(call.list, `(${value}, None)`, source, { weight: 0.4 });
      }
    }
    const isPop = call?.name === "pop" && source.language === "python";
    if (isPop && first === undefined) yield insertArgument(call, 0, "0", 1);
    if (isPop && first !== undefined) yield replaceNode(call.list, "()", source, { weight: 0.7 });
    if (node.type !== "unary_expression" || node.children[0]?.type !== "delete") return;
    const [target] = namedChildrenOf(node);
    const [object, index] =
      target === undefined ? [null, null] : [childOf(target, "object"), childOf(target, "index")];
    if (object === null || index === null) return;
    yield replaceNode(node, `${textOf(object, source)}.splice(${textOf(index, source)}, 1)`, source);
    yield replaceNode(node, `${textOf(object, source)}.delete(${textOf(index, source)})`, source, {
      weight: 0.4,
    });
  },
};
