import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { returnsConstant, returnsOf } from "./code/returned-values.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "adds an object that compares as it likes";
const answers = "adds an object that answers to everything";

export const alwaysEqual = createSmellRule({
  id: "always-equal",
  title: "New objects that are equal to anything, or turn into whatever is asked",
  explanation:
    "An object whose comparison or conversion answers with a constant passes any assertion. Compare the fields that " +
    "make two values the same; return plain values.",
  inTests: "note",
  script: [
    { does: answers, names: ["new Proxy", "Proxy.revocable"] },
    { does: answers, names: ["Proxy"], uses: ["call", "alias"], isExact: true },
  ],
  python: [
    { does, names: ["unittest.mock.ANY", "mock.ANY", "unittest.mock.MagicMock", "unittest.mock.Mock"] },
  ],
  text: {
    script: [{ does, pattern: /\basymmetricMatch\b|\bSymbol\s*\.\s*hasInstance\b/ }],
    python: [{ does, pattern: /\bdef\s+__(eq|ne|bool|instancecheck)__\b|["']__eq__["']/ }],
    ruby: [{ does, pattern: /\bdef\s+(==|!=|eql\?|equal\?|===)/ }],
    jvm: [{ does, pattern: /\bboolean\s+equals\s*\([^)]*\)\s*\{\s*return\s+true\b/ }],
    csharp: [{ does, pattern: /\bbool\s+(Equals|operator\s*==)\s*\([^)]*\)\s*(=>|\{\s*return)\s*true\b/ }],
    rust: [{ does, pattern: /\bfn\s+(eq|ne)\s*\([^)]*\)\s*->\s*bool\s*\{\s*(true|false)\b/ }],
  },
  find: (facts) =>
    facts.source.language === "python"
      ? [...findPython(facts), ...findNamed(facts), ...findMade(facts)]
      : findScript(facts),
});

const comparing =
  /^(valueOf|toJSON|equals|isEqual|asymmetricMatch|\$\$typeof|\[Symbol\.(toPrimitive|hasInstance)\])$/;
const matching = /^(asymmetricMatch|\$\$typeof|\[Symbol\.hasInstance\])$/;

/** Methods, fields and properties that comparisons call: matchers of runners' own are denied whatever they do. */
function findScript(facts: CodeFacts): readonly Smell[] {
  return facts.definitions.flatMap(({ name, node, value }) => {
    if (!comparing.test(name) && name !== "toString") return [];
    const isConstant = returnsConstant(facts, value);
    const smell = (severity: "denial" | "note") => [
      makeSmell(facts, node, { does: `${does} (${name})`, kind: `${does} (${name})`, severity }),
    ];
    if (name === "toString") return isConstant ? smell("note") : [];
    if (matching.test(name)) return smell("denial");
    if (isConstant) return smell("denial");
    return name === "[Symbol.toPrimitive]" ? smell("note") : [];
  });
}

const special =
  /^__(eq|ne|lt|le|gt|ge|bool|hash|contains|instancecheck|subclasscheck|getattr|getattribute)__$/;
const builtIn = /^(str|int|float|bytes|tuple|bool|complex|list|dict|set)$/;

function findPython(facts: CodeFacts): readonly Smell[] {
  return facts.definitions.flatMap(({ name, node, value }) => {
    if (!special.test(name)) return [];
    const kind = `${does} (${name})`;
    const isWrong =
      returnsConstant(facts, value) ||
      (name === "__eq__" && (isBlind(facts, value) || isDisguised(facts, node)));
    return isWrong ? [makeSmell(facts, node, { does: kind })] : [];
  });
}

/** Whether an equality looks at nothing: no comparison, no call. */
function isBlind(facts: CodeFacts, value: SyntaxNode): boolean {
  const results = returnsOf(value);
  return (
    results.length === 0 ||
    results.every((result) => !/==|!=|\bis\b|\bin\b|\(|NotImplemented/.test(textIn(facts, result)))
  );
}

/** Whether the class is a built-in type with another equality: a number that equals other numbers. */
function isDisguised(facts: CodeFacts, node: SyntaxNode): boolean {
  let { parent } = node;
  while (parent !== null && parent.type !== "class_definition") ({ parent } = parent);
  const bases = parent === null ? null : childOf(parent, "superclasses");
  return bases !== null && namedChildrenOf(bases).some((base) => builtIn.test(textIn(facts, base)));
}

/** Names of special methods as text: a class can be made by `type(…)` or `setattr`. */
function findNamed(facts: CodeFacts): readonly Smell[] {
  return facts.texts.flatMap(({ value, node }) =>
    /^__(eq|ne|bool|hash|instancecheck)__$/.test(value)
      ? [makeSmell(facts, node, { does: `${does} ("${value}")`, kind: `${does} ("${value}")` })]
      : [],
  );
}

/** Classes that `type(…)` makes with methods whose names are computed. */
function findMade(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const members = namedChildrenOf(childOf(node.parent ?? node, "arguments") ?? node)[2];
    if (use !== "call" || name !== "type" || members === undefined) return [];
    const isPlain =
      members.type === "dictionary" &&
      namedChildrenOf(members).every((pair) => childOf(pair, "key")?.type === "string");
    return isPlain ? [] : [makeSmell(facts, node, { does: `${does} (a class with computed names)` })];
  });
}

function textIn({ source }: CodeFacts, node: SyntaxNode): string {
  return source.text.slice(node.start, node.end);
}
