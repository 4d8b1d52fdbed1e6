import { childOf, namedChildrenOf } from "../../../../src/syntax/syntax-node.ts";
import { type Fault, type FaultKind, replace } from "./fault.ts";

const swaps: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/", "+"],
  "/": ["*"],
  "%": ["/"],
  "**": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["||"],
  "&": ["|"],
  "|": ["^"],
  "<<": [">>"],
  ">>": ["<<"],
  ">>>": ["<<"],
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "*=": ["+="],
  "/=": ["*="],
  "++": ["--"],
  "--": ["++"],
};

function classOf(operator: string): string {
  if (/^(?:[<>]=?|[!=]==)$/.test(operator)) return "relational";
  if (/^(?:&&|\|\||\?\?)$/.test(operator)) return "logical";
  if (/^(?:[&|]|<<|>>>?)$/.test(operator)) return "bitwise";
  return "arithmetic";
}

/** Another operator of the same kind. */
const operatorFaults: FaultKind = ({ node, read }) => {
  if (!/^(?:binary|augmented_assignment|update)_expression$/.test(node.type)) return [];
  const operator = childOf(node, "operator");
  const text = read(operator);
  if (operator === null || (/["'`]/.test(read(node)) && text === "+")) return [];
  return (swaps[text] ?? []).map((other) => replace(classOf(text), `${other} for ${text}`, operator, other));
};

/** Half of a condition that is forgotten. */
const halfFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "binary_expression" || !/^(?:&&|\|\||\?\?)$/.test(read(childOf(node, "operator"))))
    return [];
  const isNullCheck = /null|undefined/.test(read(node));
  return [childOf(node, "left"), childOf(node, "right")].map((half) =>
    replace(isNullCheck ? "null-check" : "logical", "half of a condition is missing", node, read(half)),
  );
};

/** Numbers that are one off or of another size. */
const numberFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "number") return [];
  const value = Number(read(node));
  if (!Number.isFinite(value) || /^0[xb]/.test(read(node))) return [];
  const isIndex = /^(?:subscript|arguments|binary)/.test(node.parent?.type ?? "") && Math.abs(value) <= 2;
  const kind = isIndex ? "off-by-one" : "constant";
  const others = value >= 10 ? [value + 1, value / 10] : [value + 1, value - 1];
  return others
    .filter((other) => other >= 0)
    .map((other) => replace(kind, `${other} for ${value}`, node, String(other)));
};

/** An index or a bound that is one off. */
const boundFaults: FaultKind = ({ node, read }) => {
  const text = read(node);
  if (node.type === "subscript_expression") {
    const index = childOf(node, "index");
    if (index === null || !/^[\w.]+$/.test(read(index)) || /^\d/.test(read(index))) return [];
    return ["+", "-"].map((sign) =>
      replace("off-by-one", `index one off`, index, `${read(index)} ${sign} 1`),
    );
  }
  if (node.type === "binary_expression" && /[+-] 1$/.test(text)) {
    return [replace("off-by-one", "one is not counted", node, read(childOf(node, "left")))];
  }
  if (node.type === "member_expression" && /\.(?:length|size)$/.test(text)) {
    const above = node.parent?.type ?? "";
    if (above !== "binary_expression" && above !== "arguments") return [];
    return [replace("off-by-one", "one less than the length", node, `${text} - 1`)];
  }
  return [];
};

/** A condition turned round. */
const negationFaults: FaultKind = ({ node, read }): readonly Fault[] => {
  const text = read(node);
  if (node.type === "unary_expression" && text.startsWith("!") && !text.startsWith("!!"))
    return [replace("negation", "a negation is missing", node, text.slice(1))];
  if (node.type === "unary_expression" && text.startsWith("-"))
    return [replace("arithmetic", "the sign is missing", node, text.slice(1))];
  if (node.type !== "if_statement") return [];
  const condition = namedChildrenOf(childOf(node, "condition") ?? node)[0];
  if (condition === undefined || condition.type === "binary_expression") return [];
  return [replace("negation", "a condition is turned round", condition, `!(${read(condition)})`)];
};

const words: Readonly<Record<string, string>> = { true: "false", false: "true" };

/** Texts and truth values. */
const literalFaults: FaultKind = ({ node, read }) => {
  const text = read(node);
  const word = words[text];
  if (word !== undefined && (node.type === "true" || node.type === "false"))
    return [replace("constant", `${word} for ${text}`, node, word)];
  if (node.type !== "string" || /import|pair|throw|new_/.test(node.parent?.type ?? "")) return [];
  if (text.length === 2) return [replace("constant", "a blank for nothing", node, `${text[0]} ${text[0]}`)];
  const isShort = text.length <= 4;
  return isShort ? [replace("constant", "nothing for a text", node, `${text[0]}${text[0]}`)] : [];
};

/** The two ends of a choice. */
const choiceFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "ternary_expression") return [];
  const [yes, no] = [childOf(node, "consequence"), childOf(node, "alternative")];
  const test = read(childOf(node, "condition"));
  return [
    replace("logical", "the ends of a choice are swapped", node, `${test} ? ${read(no)} : ${read(yes)}`),
    replace("missing-branch", "a choice that is always taken", node, read(yes)),
    replace("missing-branch", "a choice that is never taken", node, read(no)),
  ];
};

/** Mistakes within expressions. */
export const expressionFaults: readonly FaultKind[] = [
  operatorFaults,
  halfFaults,
  numberFaults,
  boundFaults,
  negationFaults,
  literalFaults,
  choiceFaults,
];
