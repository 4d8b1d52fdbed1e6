import { textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";

const empty = /^(?:\[\]|\{\}|set\(\)|dict\(\)|list\(\)|deque\(\)|defaultdict\(.*\))$/;
const parameters = new Set(["default_parameter", "typed_default_parameter"]);
const functions = new Set(["function_definition"]);

/** Mends a Python default that all calls share: `def f(x, acc=[])` becomes `acc=None`, and is made anew in each call. */
export const mutableDefault: Operator = {
  name: "mutable-default",
  version: 1,
  prior: 0.9,
  languages: ["python"],
  isRepairOnly: true,
  *find(node, { source }) {
    if (!parameters.has(node.type)) return;
    const [name, value] = [childOf(node, "name"), childOf(node, "value")];
    const owner = enclosing(node, functions);
    const body = owner === null ? null : childOf(owner, "body");
    if (name === null || value === null || body === null || !empty.test(textOf(value, source))) return;
    const [docstring, second] = namedChildrenOf(body);
    const isDocumented =
      docstring?.type === "expression_statement" && namedChildrenOf(docstring)[0]?.type === "string";
    const first = isDocumented ? second : docstring;
    if (first === undefined || first.line === owner?.line) return;
    const indent = /[ \t]*$/.exec(source.text.slice(0, first.start))?.[0] ?? "";
    const newline = source.text.includes("\r\n") ? "\r\n" : "\n";
    const called = textOf(name, source);
    const guard = `if ${called} is None:${newline}${indent}    ${called} = ${textOf(value, source)}${newline}${indent}`;
    yield {
      start: value.start,
      end: first.start,
      replacement: `None${source.text.slice(value.end, first.start)}${guard}`,
      summary: `make ${called} anew in each call`,
      weight: 1,
    };
  },
};
