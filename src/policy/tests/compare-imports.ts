import { listUsedNames } from "./declared-names.ts";
import type { TestDifference } from "./test-difference.ts";
import type { OutlineItem, TestOutline } from "./test-outline.ts";

/** The names that a file's own code reads, its imports aside. Pure. */
export function listNamesInUse({ items, source }: TestOutline): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) => (item.kind === "import" ? [] : [...listUsedNames(item.node, source)])),
  );
}

/**
 * What imports of one scope lost: a name in use that is gone, stands for something else, or hides what stood for it
 * before. Order, new names and the removal of unused ones are free. Pure.
 */
export function compareImports(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
  {
    used,
    isTop,
    line,
  }: { readonly used: ReadonlySet<string>; readonly isTop: boolean; readonly line: number },
): readonly TestDifference[] {
  const [was, is] = [listBindings(before), listBindings(after)];
  const isUsed = (name: string) => used.has(name.split(".")[0] ?? name);
  const lost = [...was].flatMap(([name, { target }]) => {
    const now = is.get(name);
    if (now?.target === target || (now === undefined && isTop && !isUsed(name))) return [];
    const reason = `the import of ${name} was ${now === undefined ? "removed" : "changed"}, which tests use`;
    return [{ rule: "test-setup" as const, line: now?.line ?? line, reason }];
  });
  const hiding = [...is].flatMap(([name, now]) =>
    was.has(name) || !isUsed(name)
      ? []
      : [
          {
            rule: "test-setup" as const,
            line: now.line,
            reason: `the new import of ${name} hides what tests use`,
          },
        ],
  );
  return [...lost, ...hiding];
}

function listBindings(items: readonly OutlineItem[]) {
  return new Map(
    items.flatMap((item) =>
      item.kind === "import"
        ? [...item.bindings].map(([name, target]) => [name, { target, line: item.node.line }] as const)
        : [],
    ),
  );
}
