import { childOf, namedChildrenOf } from "../../../../src/syntax/syntax-node.ts";
import { type FaultKind, replace } from "./fault.ts";

const leaves = /^(?:return|throw|continue|break)_statement$/;

/** Statements that are forgotten. */
const missingFaults: FaultKind = ({ node, read }) => {
  if (!/^(?:statement_block|class_body|switch_body)$/.test(node.parent?.type ?? "")) return [];
  const text = read(node);
  if (node.type === "expression_statement") {
    const isUpdate = /^(?:[\w.[\]]+\s*[-+*/]?=[^=>]|.*(?:\+\+|--);?$)/.test(text);
    return [
      replace(isUpdate ? "missing-accumulation" : "missing-statement", "a statement is missing", node, ""),
    ];
  }
  if (node.type === "if_statement" && childOf(node, "alternative") === null) {
    const body = childOf(node, "consequence");
    const last = body?.type === "statement_block" ? namedChildrenOf(body).at(-1) : body;
    const isGuard = leaves.test(last?.type ?? "");
    return [replace(isGuard ? "missing-guard" : "missing-branch", "an if is missing", node, "")];
  }
  if (node.type === "break_statement" || node.type === "continue_statement")
    return [replace("missing-return", `${text} is missing`, node, "")];
  return [];
};

/** What is returned, or not. */
const returnFaults: FaultKind = ({ node, read, namesAt }) => {
  if (node.type !== "return_statement") return [];
  const [value] = namedChildrenOf(node);
  if (value === undefined) return [];
  const others = namesAt(node).filter((name) => name !== read(value));
  const wrong =
    value.type === "identifier" && others.length > 0 ? [others[read(value).length % others.length]] : [];
  return [
    replace("missing-return", "return is missing", node, `${read(value)};`),
    ...wrong.map((name) => replace("variable", `returns ${name}`, value, name ?? "")),
  ];
};

/** Conditions that are forgotten although what they guard is not. */
const unguardedFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "if_statement") return [];
  const [yes, no] = [childOf(node, "consequence"), childOf(node, "alternative")];
  const inner = namedChildrenOf(yes ?? node);
  const body = yes?.type === "statement_block" ? inner.map(read).join("\n") : read(yes);
  if (no !== null) {
    const head = read(node)
      .slice(0, no.start - node.start)
      .trimEnd();
    return [replace("missing-branch", "else is missing", node, head)];
  }
  return inner.length <= 2
    ? [replace("missing-guard", "what was done on a condition is always done", node, body)]
    : [];
};

/** Two statements in another order. */
const orderFaults: FaultKind = ({ node, read }) => {
  if (!/_statement$|_declaration$/.test(node.type) || node.parent?.type !== "statement_block") return [];
  const siblings = namedChildrenOf(node.parent);
  const next = siblings[siblings.indexOf(node) + 1];
  if (next === undefined || next.type !== node.type || node.type.startsWith("return")) return [];
  const between = { ...node, end: next.end };
  return [replace("order", "two statements are swapped", between, `${read(next)}\n${read(node)}`)];
};

/** Loops that begin, end or step wrongly. */
const loopFaults: FaultKind = ({ node, read }) => {
  if (node.type === "while_statement" && childOf(node, "condition") !== null)
    return [replace("loop", "if for while", node, read(node).replace(/^while/, "if"))];
  if (node.type === "for_in_statement") {
    const operator = childOf(node, "operator");
    return operator !== null && read(operator) === "of" ? [replace("api", "in for of", operator, "in")] : [];
  }
  if (node.type !== "for_statement") return [];
  const initializer = childOf(node, "initializer");
  const increment = childOf(node, "increment");
  const from = /= (\d+)/.exec(read(initializer));
  return [
    ...(initializer === null || from === null
      ? []
      : [
          replace(
            "loop",
            "begins one later",
            initializer,
            read(initializer).replace(from[0], `= ${Number(from[1]) + 1}`),
          ),
        ]),
    ...(increment === null || !read(increment).endsWith("++")
      ? []
      : [replace("loop", "steps by two", increment, read(increment).replace("++", " += 2"))]),
  ];
};

/** A name that is taken for another one of the same function. */
const nameFaults: FaultKind = ({ node, read, namesAt }) => {
  if (node.type !== "identifier") return [];
  const above = node.parent?.type ?? "";
  if (
    !/^(?:binary_expression|arguments|subscript_expression|assignment_expression|return_statement|template_substitution)$/.test(
      above,
    )
  )
    return [];
  const name = read(node);
  const names = namesAt(node);
  if (!names.includes(name)) return [];
  return names
    .filter((other) => other !== name)
    .slice(0, 2)
    .map((other) => replace("variable", `${other} for ${name}`, node, other));
};

/** A property that is taken for another one of the same file. */
const propertyFaults: FaultKind = ({ node, read }) => {
  const pairs: Readonly<Record<string, string>> = {
    start: "end",
    end: "start",
    left: "right",
    right: "left",
    width: "height",
    height: "width",
    x: "y",
    y: "x",
    min: "max",
    max: "min",
    head: "tail",
    tail: "head",
    first: "last",
    last: "first",
    key: "value",
    value: "key",
    next: "previous",
    previous: "next",
    row: "column",
    column: "row",
    from: "to",
    to: "from",
    parent: "children",
    hits: "misses",
    major: "minor",
    minor: "patch",
  };
  const other = node.type === "property_identifier" ? pairs[read(node)] : undefined;
  if (other === undefined || node.parent?.type !== "member_expression") return [];
  return [replace("variable", `${other} for ${read(node)}`, node, other)];
};

/** Defaults that are other ones, or none. */
const defaultFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "assignment_pattern" && node.type !== "object_assignment_pattern") return [];
  const value = childOf(node, "right");
  if (value === null) return [];
  const other = read(value) === "0" ? "1" : /^\d+$/.test(read(value)) ? "0" : null;
  const gone = replace("default", "the default is missing", node, read(childOf(node, "left")));
  return other === null ? [gone] : [gone, replace("default", `${other} by default`, value, other)];
};

/** Mistakes of statements, names and defaults. */
export const statementFaults: readonly FaultKind[] = [
  missingFaults,
  returnFaults,
  unguardedFaults,
  orderFaults,
  loopFaults,
  nameFaults,
  propertyFaults,
  defaultFaults,
];
