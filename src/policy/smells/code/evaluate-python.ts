import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { KnownValue } from "./code-facts.ts";
import { createChainEvaluator } from "./create-chain-evaluator.ts";
import { createKeys } from "./create-keys.ts";
import type { Memory } from "./create-memory.ts";
import { type Meaning, memberName } from "./meaning.ts";
import type { PythonBindings } from "./python-bindings.ts";

/** Results of one function that are looked at. */
const MAX_RESULTS = 32;

/** A function that says what a Python expression may mean, by the names that the file binds. Pure but for `memory`. */
export function createPythonEvaluator(
  source: Source,
  {
    bindings,
    foldValue,
    memory,
  }: {
    readonly bindings: PythonBindings;
    readonly foldValue: (node: SyntaxNode) => KnownValue | undefined;
    readonly memory: Memory;
  },
): (node: SyntaxNode) => readonly Meaning[] {
  const star = bindings.imports.flatMap(({ name }) => (name.endsWith(".*") ? [name.slice(0, -2)] : []));

  const returned = createKeys();
  const remember = createChainEvaluator(memory, { evaluateNode, innerOf });
  const evaluate = (node: SyntaxNode | null | undefined): readonly Meaning[] =>
    node === null || node === undefined ? [] : remember(node);

  function evaluateNode(node: SyntaxNode): readonly Meaning[] {
    switch (node.type) {
      case "identifier":
        return evaluateName(textOf(node, source).normalize("NFKC"), node);
      case "attribute": {
        const name = childOf(node, "attribute");
        const objects = evaluate(childOf(node, "object"));
        return name === null ? [] : membersOf(objects, textOf(name, source).normalize("NFKC"));
      }
      case "subscript": {
        const index = childOf(node, "subscript");
        return evaluate(childOf(node, "value")).flatMap((object): readonly Meaning[] => {
          if (object.kind === "node" || index === null) return elementsOf(object, index);
          const key = keyOf(index);
          if (object.name === "sys.modules" && key !== "[*]")
            return [{ kind: "name", name: key, origin: "import" }];
          const owner = object.name.replace(/(\.__dict__|\(\))$/, "");
          return membersOf([{ ...object, name: owner === "globals" ? "globals()" : owner }], key);
        });
      }
      case "parenthesized_expression":
      case "await":
        return evaluate(namedChildrenOf(node)[0]);
      case "named_expression":
        return evaluate(childOf(node, "value"));
      case "conditional_expression": {
        const [yes, , no] = namedChildrenOf(node);
        return [...evaluate(yes), ...evaluate(no)];
      }
      case "boolean_operator":
        return [...evaluate(childOf(node, "left")), ...evaluate(childOf(node, "right"))];
      case "call":
        return evaluateCall(node);
      case "list":
      case "tuple":
      case "expression_list":
      case "dictionary":
      case "lambda":
      case "function_definition":
      case "class_definition":
        return [{ kind: "node", node }];
      default:
        return [];
    }
  }

  function evaluateName(name: string, at: SyntaxNode): readonly Meaning[] {
    const values = bindings.find(name, at);
    if (values === null) {
      const free: Meaning = { kind: "name", name, origin: "global" };
      return [
        free,
        ...star.map((module): Meaning => ({ kind: "name", name: `${module}.${name}`, origin: "import" })),
      ];
    }
    return memory.recall(values, () =>
      values.flatMap((value): readonly Meaning[] => {
        if (value.kind === "module") return [{ kind: "name", name: value.name, origin: "import" }];
        return value.kind === "unknown" ? [] : evaluate(value.node);
      }),
    );
  }

  function keyOf(index: SyntaxNode): string {
    const value = foldValue(index);
    return typeof value === "string" ? value : "[*]";
  }

  function membersOf(objects: readonly Meaning[], key: string): readonly Meaning[] {
    return objects.flatMap((object) =>
      object.kind === "name" ? [{ ...object, name: memberName(object.name, key) }] : [],
    );
  }

  function elementsOf(object: Meaning, index: SyntaxNode | null): readonly Meaning[] {
    if (object.kind === "name" || index === null) return [];
    const key = foldValue(index);
    if (object.node.type !== "dictionary")
      return typeof key === "number" ? evaluate(namedChildrenOf(object.node)[key]) : [];
    return namedChildrenOf(object.node).flatMap((pair) => {
      const name = childOf(pair, "key");
      return name !== null && foldValue(name) === key ? evaluate(childOf(pair, "value")) : [];
    });
  }

  function evaluateCall(node: SyntaxNode): readonly Meaning[] {
    const given = namedChildrenOf(childOf(node, "arguments") ?? node);
    const [first, second] = given;
    return evaluate(childOf(node, "function")).flatMap((meaning): readonly Meaning[] => {
      if (meaning.kind === "node") return returnsOf(meaning.node);
      const { name } = meaning;
      if (name === "getattr" && second !== undefined) return membersOf(evaluate(first), keyOf(second));
      if (name === "vars" && first !== undefined) return evaluate(first);
      if (name === "globals") return [{ ...meaning, name: "globals()" }];
      if (name === "__import__" || name === "importlib.import_module" || name === "importlib.__import__") {
        const module = first === undefined ? undefined : foldValue(first);
        return typeof module === "string" ? [{ kind: "name", name: module, origin: "import" }] : [];
      }
      if (/\.__getattribute__$/.test(name) && first !== undefined)
        return membersOf([{ ...meaning, name: name.replace(/\.__getattribute__$/, "") }], keyOf(first));
      if (/^functools\.partial$/.test(name)) return evaluate(first);
      if (/^(sys\.modules|globals\(\))\.(get|pop|__getitem__)$/.test(name) && first !== undefined) {
        const key = foldValue(first);
        return typeof key === "string" ? [{ kind: "name", name: key, origin: "import" }] : [];
      }
      if (/\.__dict__\.(get|__getitem__)$/.test(name) && first !== undefined)
        return membersOf([{ ...meaning, name: name.replace(/\.__dict__\..*$/, "") }], keyOf(first));
      return [];
    });
  }

  function returnsOf(node: SyntaxNode): readonly Meaning[] {
    const body = childOf(node, "body");
    if (node.type === "lambda") return evaluate(body);
    if (node.type !== "function_definition" || body === null) return [];
    return memory.recall(returned.of(node, "()"), () => {
      const results: SyntaxNode[] = [];
      for (const inner of walkTree(body, ({ type }) => /definition|lambda/.test(type)))
        if (inner.type === "return_statement") results.push(...namedChildrenOf(inner).slice(0, 1));
      return results.slice(0, MAX_RESULTS).flatMap(evaluate);
    });
  }

  return remember;
}

/** What an expression begins with, where it is a chain: long ones are found from their beginning. */
function innerOf(node: SyntaxNode): SyntaxNode | null {
  switch (node.type) {
    case "attribute":
      return childOf(node, "object");
    case "subscript":
      return childOf(node, "value");
    case "call":
      return childOf(node, "function");
    case "boolean_operator":
      return childOf(node, "left");
    case "parenthesized_expression":
    case "await":
      return namedChildrenOf(node)[0] ?? null;
    default:
      return null;
  }
}
