import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { listPatternNames } from "./declared-names.ts";
import { readCallee, renderCallee } from "./read-callee.ts";

/** Something in added test code that changes what other tests see. */
export type Disturbance = {
  /** `mock`: by a tool for it; `write`: by hand. */
  readonly kind: "mock" | "write";
  readonly what: string;
  readonly line: number;
};

/** Whom a name belongs to: `own` to the file; else to a module or to all. */
export type Owner = "own" | "import" | "global";

const moduleMocks =
  /^(?:(?:vi|vitest|jest)\.(?:mock|doMock|setMock|unstable_mockModule|stubGlobal|replaceProperty)|(?:mock|t\.mock|td)\.(?:module|replace|replaceEsm)|proxyquire(?:\..*)?|rewire|esmock(?:\..*)?|mockery\..*|quibble(?:\..*)?|mockRequire|mockModule|expect\.(?:extend|setState|addEqualityTesters)|chai\.use|(?:chai\.)?Assertion\.\w+)$/;
/** Stand-ins that stay until something takes them away. */
const lastingMocks =
  /^(?:(?:vi|vitest|jest)\.spyOn|mock\.(?:method|getter|setter|property|timers\.enable)|sinon\.(?:stub|replace|fake|useFakeTimers|spy)|(?:patcher|patch\w*)\.start)$/;
const restores =
  /\b(?:mockRestore|restoreAllMocks|restoreMocks|restoreAll|restore|useRealTimers|createSandbox|stopall|stop|reset)\b/;
const setters =
  /^(?:Object\.(?:assign|defineProperty|defineProperties|setPrototypeOf)|Reflect\.(?:set|defineProperty|setPrototypeOf|deleteProperty)|setattr|delattr|setattr_static)$/;
const free = new Set(["this", "self", "cls", "exports", "request"]);
const environment = /^(?:process\.env|os\.environ|module\.exports|console)\b/;
const assignments = new Set([
  "assignment_expression",
  "augmented_assignment_expression",
  "assignment",
  "augmented_assignment",
  "update_expression",
  "delete_statement",
]);
const literals = new Set(
  "string number integer float true false null none True False None undefined template_string".split(" "),
);
const members = new Set(["member_expression", "subscript_expression", "attribute", "subscript"]);

/**
 * Where added test code replaces modules, or changes members of what it did not make itself: imports, globals,
 * prototypes. `ownerOf` says whose a name is. Plain values may be set on imports where `isAlone` says that nobody else uses
 * them. Pure.
 */
export function findDisturbances(
  node: SyntaxNode,
  source: Source,
  { ownerOf, isAlone = false }: { readonly ownerOf: (name: string) => Owner; readonly isAlone?: boolean },
): readonly Disturbance[] {
  const locals = new Set([...walkTree(node)].flatMap((inner) => listBound(inner, source)));
  // A prototype is one's own only with the class beside it: a variable may hold anybody's.
  const classes = new Set([...walkTree(source.root)].flatMap((inner) => listClasses(inner, source)));
  const isForeign = (target: SyntaxNode, value: SyntaxNode | null = null): boolean => {
    const path = renderCallee(target, source);
    const root = path.split(".")[0] ?? "";
    if (environment.test(path)) return false;
    if (/^(?:self|cls)\.assert/.test(path)) return true;
    if (root === "" || free.has(root)) return false;
    if (/\.(?:prototype|__proto__|__class__)\b/.test(path)) return !classes.has(root);
    if (locals.has(root)) return false;
    const owner = ownerOf(root);
    const isPlain = isAlone && value !== null && literals.has(value.type) && !path.includes("prototype");
    return owner === "global" || (owner === "import" && !isPlain);
  };
  const isRestored = restores.test(source.text.slice(node.start, node.end));
  return [...walkTree(node)].flatMap((inner): readonly Disturbance[] => {
    const mock = describeCall(inner, source, { isForeign, isRestored });
    if (mock !== null) return [{ kind: "mock", what: mock, line: inner.line }];
    const write = describeWrite(inner, source, isForeign);
    return write === null ? [] : [{ kind: "write", what: write, line: inner.line }];
  });
}

function listClasses(node: SyntaxNode, source: Source): readonly string[] {
  return /^(?:class|function)_(?:declaration|definition)$/.test(node.type)
    ? listPatternNames(childOf(node, "name"), source)
    : [];
}

function listBound(node: SyntaxNode, source: Source): readonly string[] {
  switch (node.type) {
    case "variable_declarator":
    case "function_declaration":
    case "function_definition":
    case "class_declaration":
    case "class_definition":
      return listPatternNames(childOf(node, "name"), source);
    case "formal_parameters":
    case "parameters":
    case "lambda_parameters":
      return listPatternNames(node, source);
    case "arrow_function":
      return listPatternNames(childOf(node, "parameter"), source);
    case "assignment":
    case "for_statement":
    case "for_in_statement":
      return listPatternNames(childOf(node, "left"), source);
    case "as_pattern_target":
      return listPatternNames(node, source);
    default:
      return [];
  }
}

function describeCall(
  node: SyntaxNode,
  source: Source,
  {
    isForeign,
    isRestored,
  }: { readonly isForeign: (target: SyntaxNode) => boolean; readonly isRestored: boolean },
): string | null {
  if (node.type !== "call_expression" && node.type !== "call") {
    return node.type === "keyword_argument" && textOf(node, source).replace(/\s/g, "") === "autouse=True"
      ? "a fixture that every test uses"
      : null;
  }
  const callee = renderCallee(childOf(node, "function"), source);
  const list = childOf(node, "arguments");
  const first = list === null ? undefined : namedChildrenOf(list)[0];
  if (moduleMocks.test(callee)) return `${callee} replaces a module`;
  if (lastingMocks.test(callee) && !isRestored && (first === undefined || isForeign(first)))
    return `${callee} replaces what other tests use and never puts it back`;
  return null;
}

function describeWrite(
  node: SyntaxNode,
  source: Source,
  isForeign: (target: SyntaxNode, value?: SyntaxNode | null) => boolean,
): string | null {
  if (node.type === "call_expression" || node.type === "call") {
    const list = childOf(node, "arguments");
    const first = list === null ? undefined : namedChildrenOf(list)[0];
    const callee = renderCallee(childOf(node, "function"), source);
    return setters.test(callee) && first !== undefined && isForeign(first)
      ? `${callee} changes ${textOf(first, source)}`
      : null;
  }
  const isDelete = node.type === "unary_expression" && node.children[0]?.type === "delete";
  if (!assignments.has(node.type) && !isDelete) return null;
  const target =
    childOf(node, "left") ?? childOf(node, "argument") ?? node.children.findLast(({ isNamed }) => isNamed);
  if (target === undefined || !members.has(target.type)) return null;
  const value = childOf(node, "right");
  const path = readCallee(target, source) === null ? findObject(target) : target;
  return isForeign(path, value) ? `it changes ${textOf(target, source)}` : null;
}

/** `a.b[c].d`: the part of a path that has a name. */
function findObject(target: SyntaxNode): SyntaxNode {
  const object = childOf(target, "object") ?? childOf(target, "value");
  return object === null || !members.has(target.type) ? target : findObject(object);
}
