import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { findReturn } from "./describe-test-change.ts";
import { findDisturbances, type Owner } from "./find-disturbances.ts";
import { readAssertionStatement } from "./list-assertions.ts";
import { readCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";
import type { TestDifference } from "./test-difference.ts";
import type { CodeItem, TestBlock, TestOutline } from "./test-outline.ts";

type Added = {
  readonly source: Source;
  readonly before: TestOutline;
  /** Names that the tests before read. */
  readonly used: ReadonlySet<string>;
  readonly ownerOf: (name: string) => Owner;
  /** Whether nothing may be added to a test: where it is expected to fail, more assertions make it pass. */
  readonly isExact: boolean;
  readonly scope: { readonly block: TestBlock | null };
};

/** Names that runners and interpreters look for. */
const special =
  /^(?:pytestmark|pytest_\w+|__\w+__|collect_ignore\w*|load_tests|set[uU]p\w*|tear[dD]own\w*|setup_\w+|teardown_\w+|async(?:SetUp|TearDown)|maxDiff|failureException|run|debug|skipTest|subTest|assert\w+|fail\w*)$/;
const changes = new Set([
  "assignment_expression",
  "augmented_assignment_expression",
  "update_expression",
  "assignment",
  "augmented_assignment",
  "named_expression",
  "yield_expression",
  "yield",
]);
const limits =
  /(?:^|\.)(?:setTimeout|setConfig|setDefaultTimeout|timeout|retries|retryTimes|slow|timeoutAfter)$/;
const cleaning =
  /^(?:(?:vi|vitest|jest)\.(?:restoreAllMocks|clearAllMocks|resetAllMocks|useRealTimers|unstubAllGlobals|unstubAllEnvs)|(?:sinon|sandbox|mock)\.(?:restore|restoreAll|reset))$/;
const pure = new Set([
  "function_declaration",
  "generator_function_declaration",
  "class_declaration",
  "enum_declaration",
  "lexical_declaration",
  "variable_declaration",
  "function_definition",
  "class_definition",
  "decorated_definition",
  "export_statement",
  "assignment",
]);

/**
 * What is wrong with a statement that was added beside or inside existing tests. Free are declarations of names that no
 * existing test reads and, inside a test, assertions that change nothing. Pure.
 */
export function findAddedCodeFault(item: CodeItem, added: Added): readonly TestDifference[] {
  const { source, scope } = added;
  const { node, names } = item;
  const tell = (reason: string, rule: TestDifference["rule"] = "test-setup", line = node.line) => [
    { rule, line, reason: scope.block === null ? reason : `${scope.block.title}: ${reason}` },
  ];
  const disturbing = findDisturbances(node, source, added);
  if (disturbing.length > 0)
    return disturbing.flatMap(({ what, line }) => tell(`${what}, which tests see`, "test-setup", line));
  const callee = renderPath(node, source);
  if (isCleaning(callee, node, source)) return [];
  if (limits.test(callee)) return tell(`${callee} was added`, "test-tolerance");
  if (scope.block === null && /^["']use strict["'];?$/.test(textOf(node, source))) return [];
  const isTest = scope.block?.isTest === true;
  if (isTest && findReturn(node) !== null) return tell("it may end before its assertions", "test-skipped");
  const assertion = isTest ? readAssertionStatement(node, source) : null;
  if (isTest && added.isExact) return tell("a test that is expected to fail, or skipped, keeps its body");
  if (assertion !== null)
    return changesSomething(node) ? tell("an added assertion changes what others look at") : [];
  const inner = node.type === "expression_statement" ? (namedChildrenOf(node)[0] ?? node) : node;
  if (names.length > 0 && pure.has(inner.type)) {
    const hidden = names.find((name) => added.used.has(name) || special.test(name));
    return hidden === undefined ? [] : tell(`the new ${hidden} hides what tests use`);
  }
  return isOwnRunner(callee, item, added)
    ? []
    : tell(`added code runs with the tests: ${excerpt(node, source)}`);
}

/** A hook that only takes stand-ins away. */
function isCleaning(callee: string, node: SyntaxNode, source: Source): boolean {
  const text = renderCanonical(node, source);
  const calls = [...walkTree(node)].filter(({ type }) => type === "call_expression").slice(1);
  return (
    /^after(?:Each|All)?$/.test(callee) &&
    !/assignment|update_expression|declaration|delete/.test(text) &&
    calls.length > 0 &&
    calls.every((call) => cleaning.test(renderPath(call, source)))
  );
}

function renderPath(node: SyntaxNode, source: Source): string {
  const inner = node.type === "expression_statement" ? (namedChildrenOf(node)[0] ?? node) : node;
  const links = readCallee(inner, source);
  return links?.at(-1)?.call == null ? "" : links.map(({ name }) => name).join(".");
}

function changesSomething(node: SyntaxNode): boolean {
  return [...walkTree(node)].some(
    ({ type, children }) =>
      changes.has(type) || (type === "unary_expression" && children[0]?.type === "delete"),
  );
}

/** A project's own way to declare tests: `check("name", …)` beside others of its kind, hooks and stand-ins aside. */
function isOwnRunner(callee: string, { node }: CodeItem, { source, before, scope }: Added): boolean {
  if (callee === "" || /^(?:before|after|setup|teardown|use|vi|jest|sinon|mock)/i.test(callee)) return false;
  const items = scope.block?.items ?? before.items;
  const first = (one: SyntaxNode) => {
    const call = namedChildrenOf(one)[0];
    const list = call === undefined ? null : childOf(call, "arguments");
    return list === null ? undefined : namedChildrenOf(list)[0];
  };
  const isNamed = (one: SyntaxNode) => /^(?:string|template_string)$/.test(first(one)?.type ?? "");
  const known = items.filter(
    (item): item is CodeItem =>
      item.kind === "code" && isNamed(item.node) && renderPath(item.node, before.source) === callee,
  );
  const name = first(node);
  const shown = name === undefined ? "" : renderCanonical(name, source);
  return (
    known.length > 0 &&
    isNamed(node) &&
    scope.block?.isTest !== true &&
    !known.some((one) => one.text.includes(shown))
  );
}

function excerpt(node: SyntaxNode, source: Source): string {
  return JSON.stringify(source.text.slice(node.start, node.end).split("\n")[0]?.slice(0, 60));
}
