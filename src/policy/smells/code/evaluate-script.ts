import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import { canonicalModule } from "./canonical-module.ts";
import type { KnownValue } from "./code-facts.ts";
import { createChainEvaluator } from "./create-chain-evaluator.ts";
import { createKeys } from "./create-keys.ts";
import type { Memory } from "./create-memory.ts";
import { decodeScriptText } from "./decode-script-text.ts";
import { type Meaning, memberName } from "./meaning.ts";
import type { Bindings, BoundValue } from "./script-bindings.ts";

/** Results of one function that are looked at. */
const MAX_RESULTS = 32;
const transparent = new Set([
  "parenthesized_expression",
  "await_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "type_assertion",
  "instantiation_expression",
]);
const globalObjects = new Set(["globalThis", "global", "window", "self", "frames"]);
const requires = new Set(["require", "module.require", "process.mainModule.require", "require.main.require"]);

/** A function that says what an expression may mean, by the names that the file binds. Pure but for `memory`. */
export function createScriptEvaluator(
  source: Source,
  {
    bindings,
    foldValue,
    memory,
  }: {
    readonly bindings: Bindings;
    readonly foldValue: (node: SyntaxNode) => KnownValue | undefined;
    readonly memory: Memory;
  },
): (node: SyntaxNode) => readonly Meaning[] {
  const members = createKeys();
  const evaluate = createChainEvaluator(memory, { evaluateNode, innerOf });

  function evaluateNode(node: SyntaxNode): readonly Meaning[] {
    if (transparent.has(node.type)) return evaluateFirst(namedChildrenOf(node).slice(0, 1));
    switch (node.type) {
      case "identifier":
      case "shorthand_property_identifier":
      case "shorthand_property_identifier_pattern":
        return evaluateName(decodeScriptText(textOf(node, source)), node);
      case "this":
        return [];
      case "meta_property":
        return [{ kind: "name", name: textOf(node, source).replace(/\s/g, ""), origin: "global" }];
      case "member_expression": {
        const object = childOf(node, "object");
        const property = childOf(node, "property");
        return object === null || property === null
          ? []
          : membersOf(evaluate(object), decodeScriptText(textOf(property, source)));
      }
      case "subscript_expression": {
        const object = childOf(node, "object");
        const index = childOf(node, "index");
        return object === null || index === null ? [] : membersOf(evaluate(object), keyOf(index));
      }
      case "sequence_expression":
        return evaluateFirst(namedChildrenOf(node).slice(-1));
      case "assignment_expression":
        return evaluateFirst([childOf(node, "right")]);
      case "ternary_expression":
        return evaluateFirst([childOf(node, "consequence"), childOf(node, "alternative")]);
      case "binary_expression":
        return ["||", "??", "&&"].includes(textOf(childOf(node, "operator") ?? node, source))
          ? evaluateFirst([childOf(node, "left"), childOf(node, "right")])
          : [];
      case "call_expression":
        return evaluateCall(node);
      case "new_expression":
        return evaluateFirst([childOf(node, "constructor")]).flatMap((meaning) =>
          meaning.kind === "name" ? [{ ...meaning, name: `new ${meaning.name}` }] : [],
        );
      case "string":
      case "template_string":
      case "number":
      case "true":
      case "false":
      case "regex":
      case "object":
      case "array":
      case "arrow_function":
      case "function_expression":
      case "function_declaration":
      case "class":
      case "class_declaration":
        return [{ kind: "node", node }];
      default:
        return [];
    }
  }

  const evaluateFirst = (nodes: readonly (SyntaxNode | null)[]) =>
    nodes.flatMap((node) => (node === null ? [] : evaluate(node)));

  function evaluateName(name: string, at: SyntaxNode): readonly Meaning[] {
    const values = bindings.find(name, at);
    if (values === null)
      return [{ kind: "name", name: globalObjects.has(name) ? "globalThis" : name, origin: "global" }];
    return memory.recall(values, () => values.flatMap(evaluateBound));
  }

  function evaluateBound(value: BoundValue): readonly Meaning[] {
    if (value.kind === "unknown") return [];
    if (value.kind === "module") return [{ kind: "name", name: value.name, origin: "import" }];
    return value.trail.reduce<readonly Meaning[]>(
      (meanings, key) => membersOf(meanings, typeof key === "string" ? key : keyOf(key)),
      evaluate(value.node),
    );
  }

  function keyOf(index: SyntaxNode): string {
    const value = foldValue(index);
    return typeof value === "string" || typeof value === "number" ? String(value) : "[*]";
  }

  function membersOf(objects: readonly Meaning[], key: string): readonly Meaning[] {
    return objects.flatMap((object): readonly Meaning[] => {
      if (object.kind === "name") return [{ ...object, name: memberName(object.name, key) }];
      const owner = classOf(object.node.type);
      if (key === "constructor") return [{ kind: "name", name: owner, origin: "global" }];
      if (key === "__proto__") return [{ kind: "name", name: `${owner}.prototype`, origin: "global" }];
      if (object.node.type !== "array" && object.node.type !== "object") return [];
      return memory.recall(members.of(object.node, key), () => literalMembersOf(object.node, key));
    });
  }

  function literalMembersOf(node: SyntaxNode, key: string): readonly Meaning[] {
    if (node.type === "array") return evaluateFirst([namedChildrenOf(node)[Number(key)] ?? null]);
    return namedChildrenOf(node).flatMap((part) => {
      if (part.type === "spread_element") return membersOf(evaluateFirst(namedChildrenOf(part)), key);
      if (part.type === "shorthand_property_identifier")
        return textOf(part, source) === key ? evaluate(part) : [];
      const name = childOf(part, "key");
      if (name === null || (textOf(name, source).replace(/^["']|["']$/g, "") !== key && key !== "[*]"))
        return [];
      return evaluateFirst([childOf(part, "value")]);
    });
  }

  function evaluateCall(node: SyntaxNode): readonly Meaning[] {
    const callee = childOf(node, "function");
    const given = namedChildrenOf(childOf(node, "arguments") ?? node);
    if (callee === null) return [];
    if (callee.type === "import") return moduleOf(given[0]);
    return evaluate(callee).flatMap((meaning): readonly Meaning[] => {
      if (meaning.kind === "node") return returnsOf(meaning.node);
      const { name } = meaning;
      if (requires.has(name) || name === "process.getBuiltinModule") return moduleOf(given[0]);
      if (name === "module.createRequire") return [{ ...meaning, name: "require", origin: "global" }];
      if (/^\w*Error$/.test(name)) return [{ ...meaning, name: `new ${name}` }];
      if (name.endsWith(".bind")) return [{ ...meaning, name: name.slice(0, -".bind".length) }];
      if (name === "Reflect.get" && given[1] !== undefined)
        return membersOf(evaluateFirst([given[0] ?? null]), keyOf(given[1]));
      if (name === "Object.getPrototypeOf" || name === "Reflect.getPrototypeOf")
        return membersOf(evaluateFirst([given[0] ?? null]), "__proto__");
      return ["Object.freeze", "Object.assign", "Object.create", "Object", "Promise.resolve"].includes(name)
        ? evaluateFirst([given[0] ?? null])
        : [];
    });
  }

  function moduleOf(specifier: SyntaxNode | undefined): readonly Meaning[] {
    const value = specifier === undefined ? undefined : foldValue(specifier);
    return typeof value === "string"
      ? [{ kind: "name", name: canonicalModule(value), origin: "import" }]
      : [];
  }

  function returnsOf(node: SyntaxNode): readonly Meaning[] {
    const body = childOf(node, "body");
    if (body === null || !/function/.test(node.type)) return [];
    if (body.type !== "statement_block") return evaluate(body);
    return memory.recall(members.of(node, "()"), () => {
      const results: SyntaxNode[] = [];
      for (const inner of walkTree(body, ({ type }) => /function|method|class/.test(type)))
        if (inner.type === "return_statement") results.push(...namedChildrenOf(inner).slice(0, 1));
      return evaluateFirst(results.slice(0, MAX_RESULTS));
    });
  }

  return evaluate;
}

/** The built-in class of a literal, by which it leads to what all objects share. */
function classOf(type: string): string {
  const classes: Readonly<Record<string, string>> = {
    array: "Array",
    object: "Object",
    string: "String",
    template_string: "String",
    number: "Number",
    true: "Boolean",
    false: "Boolean",
    regex: "RegExp",
  };
  return classes[type] ?? "Function";
}

/** What an expression begins with, where it is a chain: long ones are found from their beginning. */
function innerOf(node: SyntaxNode): SyntaxNode | null {
  switch (node.type) {
    case "member_expression":
    case "subscript_expression":
      return childOf(node, "object");
    case "call_expression":
      return childOf(node, "function");
    case "binary_expression":
      return node.children.some(({ type }) => type === "||" || type === "&&" || type === "??")
        ? childOf(node, "left")
        : null;
    default:
      return transparent.has(node.type) ? (namedChildrenOf(node)[0] ?? null) : null;
  }
}
