import { diffArrays } from "diff";
import { compareImports, listNamesInUse } from "./compare-imports.ts";
import { createOwnerLookup } from "./create-owner-lookup.ts";
import { describeTestChange } from "./describe-test-change.ts";
import { findAddedCodeFault } from "./find-added-code-fault.ts";
import { findDisturbances, type Owner } from "./find-disturbances.ts";
import { findMarkers } from "./find-markers.ts";
import { isExportGrowth } from "./is-export-growth.ts";
import { isTableGrowth } from "./is-table-growth.ts";
import { readAssertionStatement } from "./list-assertions.ts";
import { isStricter } from "./matcher-order.ts";
import { isBlock, pairBlocks } from "./pair-blocks.ts";
import type { TestDifference } from "./test-difference.ts";
import type { CodeItem, OutlineItem, TestBlock, TestOutline } from "./test-outline.ts";

type Sides = {
  readonly before: TestOutline;
  readonly after: TestOutline;
  /** Names that the tests before read. */
  readonly used: ReadonlySet<string>;
  /** Whose a name is in the file as it is now. */
  readonly ownerOf: (name: string) => Owner;
};
type Scope = { readonly block: TestBlock | null; readonly line: number };

/**
 * What tests lost between two versions of a file: tests that are gone, assertions, helpers that do something else. They
 * may only gain: new tests, new rows, new helpers that nothing reads yet, added assertions. Pure.
 */
export function compareOutlines(before: TestOutline, after: TestOutline): readonly TestDifference[] {
  const used = listNamesInUse(before);
  const sides = { before, after, used, ownerOf: createOwnerLookup(after.items) };
  return compareScopes(before.items, after.items, { block: null, line: 1 }, sides);
}

function compareScopes(
  was: readonly OutlineItem[],
  is: readonly OutlineItem[],
  scope: Scope,
  sides: Sides,
): readonly TestDifference[] {
  const { pairs, gone, added } = pairBlocks(was.filter(isBlock), is.filter(isBlock));
  return [
    ...compareImports(was, is, { used: sides.used, isTop: scope.block === null, line: scope.line }),
    ...gone.map(({ block, renamed }) => ({
      rule: "test-deleted" as const,
      line: renamed?.node.line ?? scope.line,
      reason:
        renamed === null
          ? `${block.title} is gone`
          : `${block.title} was renamed to ${renamed.title}; a test keeps its name`,
    })),
    ...pairs.flatMap(([one, other]) => compareBlocks(one, other, sides)),
    ...added.flatMap((block) => checkAddedBlock(block, was, sides)),
    ...compareCode(was.filter(isCode), is.filter(isCode), scope, sides),
  ];
}

const isCode = (item: OutlineItem): item is CodeItem => item.kind === "code";

function compareBlocks(was: TestBlock, is: TestBlock, sides: Sides): readonly TestDifference[] {
  if (was.isEmpty) return checkAddedBlock(is, [], sides);
  const { line } = is.node;
  const tell = (rule: TestDifference["rule"], reason: string) => ({
    rule,
    line,
    reason: `${is.title}: ${reason}`,
  });
  const rows = [...(is.rows ?? [])];
  const lostRows = (was.rows ?? []).filter((row) => {
    const index = rows.indexOf(row);
    if (index !== -1) rows.splice(index, 1);
    return index === -1;
  });
  const isFewer = (is.rows?.length ?? 0) < (was.rows?.length ?? 0);
  return [
    ...(lostRows.length === 0
      ? []
      : [
          tell(
            isFewer ? "test-deleted" : "test-weakened",
            `${lostRows.length} rows of its table are gone or changed`,
          ),
        ]),
    ...(was.header === is.header || is.isEmpty
      ? []
      : [tell("test-weakened", "its parameters, options or decorators were changed")]),
    ...(is.isEmpty ? [tell("test-deleted", "its body is gone")] : []),
    ...compareLimits(was, is).map((reason) => tell("test-tolerance", reason)),
    ...compareScopes(was.items, is.items, { block: was, line }, sides),
  ];
}

function compareLimits(was: TestBlock, is: TestBlock): readonly string[] {
  return [...new Set([...was.limits.keys(), ...is.limits.keys()])].flatMap((name) => {
    const [old, now] = [was.limits.get(name), is.limits.get(name)];
    if (old === now) return [];
    if (now === undefined) return name === "timeout" ? [`${name} was removed`] : [];
    const isLower = old !== undefined && Number(now) <= Number(old);
    return isLower ? [] : [`${name} was ${old === undefined ? "added" : "raised or changed"}`];
  });
}

/** A new test is free to do what it likes, as long as the others do not notice. */
function checkAddedBlock(
  block: TestBlock,
  was: readonly OutlineItem[],
  sides: Sides,
): readonly TestDifference[] {
  const { source } = sides.after;
  const isPython = source.language === "python";
  const isRedefined = isPython && was.some((item) => isBlock(item) && item.name === block.name);
  const isHiding = isPython && !isRedefined && sides.used.has(block.name);
  return [
    ...(isRedefined
      ? [
          {
            rule: "test-deleted" as const,
            line: block.node.line,
            reason: `${block.title} hides the test of that name`,
          },
        ]
      : []),
    ...(isHiding
      ? [
          {
            rule: "test-setup" as const,
            line: block.node.line,
            reason: `${block.title} hides what tests use`,
          },
        ]
      : []),
    ...findDisturbances(block.node, source, { ownerOf: sides.ownerOf }).map(({ what, line }) => ({
      rule: "test-setup" as const,
      line,
      reason: `${block.title}: ${what}, which the tests beside it see too`,
    })),
  ];
}

function compareCode(
  was: readonly CodeItem[],
  is: readonly CodeItem[],
  scope: Scope,
  sides: Sides,
): readonly TestDifference[] {
  const { before, after } = sides;
  const isExact = scope.block === null || findMarkers(scope.block.node, before.source).length > 0;
  const isSame = (one: CodeItem, other: CodeItem) =>
    one.text === other.text ||
    isUnwrapped(one, other, before) ||
    (!isExact && isNowStricter(one, other, sides));
  const parts = diffArrays([...was], [...is], { comparator: isSame });
  let lost = parts.flatMap((part) => (part.removed ? part.value : []));
  let gained = parts.flatMap((part) => (part.added ? part.value : []));
  for (const one of lost) {
    const grown = gained.find(
      (other) =>
        isTableGrowth(one, other, before, after) ||
        isExportGrowth(one, other, { was: before.source, is: after.source }),
    );
    if (grown === undefined) continue;
    lost = lost.filter((item) => item !== one);
    gained = gained.filter((item) => item !== grown);
  }
  if (lost.length === 0)
    return gained.flatMap((item) =>
      findAddedCodeFault(item, { ...sides, source: after.source, isExact, scope }),
    );
  const nodes = [
    { nodes: lost.map(({ node }) => node), source: before.source },
    { nodes: gained.map(({ node }) => node), source: after.source },
  ] as const;
  if (scope.block?.isTest === true)
    return [
      ...describeTestChange(...nodes, { title: scope.block.title, line: scope.line }),
      ...gained
        .flatMap(({ node }) => findDisturbances(node, after.source, { ownerOf: sides.ownerOf }))
        .map(({ what, line }) => ({
          rule: "test-setup" as const,
          line,
          reason: `${scope.block?.title}: ${what}`,
        })),
    ];
  return lost.map((item) => ({
    rule: "test-setup" as const,
    line:
      gained.find(({ names }) => names.some((name) => item.names.includes(name)))?.node.line ??
      gained[0]?.node.line ??
      scope.line,
    reason: `${nameCode(item, before)} decides what tests do, and was changed or removed`,
  }));
}

/**
 * `() => expect(a).toBe(1)` with braces around: nobody waits for an assertion that is no promise. The other way round the
 * runner waits for more than before.
 */
function isUnwrapped(one: CodeItem, other: CodeItem, { source }: TestOutline): boolean {
  if (other.node.type !== "return_statement" && other.text === `(return_statement return ${one.text})`)
    return true;
  if (one.node.type === "return_statement" || one.text !== `(return_statement return ${other.text})`)
    return false;
  const found = readAssertionStatement(one.node, source);
  const waits = found?.modifiers.some((word) => word === "resolves" || word === "rejects");
  return (
    found !== null &&
    waits === false &&
    !/^(?:rejects|doesNotReject|resolves|eventually)$/.test(found.matcher)
  );
}

function isNowStricter(one: CodeItem, other: CodeItem, { before, after }: Sides): boolean {
  const [was, is] = [readReturned(one, before), readReturned(other, after)];
  return was !== null && is !== null && isStricter(was, is);
}

function readReturned({ node }: CodeItem, { source }: TestOutline) {
  return readAssertionStatement(node, source);
}

function nameCode({ names, node }: CodeItem, { source }: TestOutline): string {
  if (names.length > 0) return names.join(", ");
  return JSON.stringify(source.text.slice(node.start, node.end).split("\n")[0]?.slice(0, 60));
}
