import type { OutlineItem, TestBlock } from "./test-outline.ts";

/** The blocks of two versions of one scope, put together. */
export type PairedBlocks = {
  readonly pairs: readonly (readonly [TestBlock, TestBlock])[];
  /** Those that are not there any more, each with the new block that does the same under another name. */
  readonly gone: readonly { readonly block: TestBlock; readonly renamed: TestBlock | null }[];
  readonly added: readonly TestBlock[];
};

/** Pairs blocks by name; of several with one name, those that do the same, then in order. Pure. */
export function pairBlocks(before: readonly TestBlock[], after: readonly TestBlock[]): PairedBlocks {
  const free = new Set(after);
  const take = (isFit: (block: TestBlock) => boolean): TestBlock | null => {
    const found = [...free].find(isFit) ?? null;
    if (found !== null) free.delete(found);
    return found;
  };
  const exact = before.map((block) => {
    const print = fingerprint(block);
    return [block, take((other) => other.name === block.name && fingerprint(other) === print)] as const;
  });
  const named = exact.map(
    ([block, twin]) => [block, twin ?? take((other) => other.name === block.name)] as const,
  );
  const pairs = named.flatMap(([block, twin]) => (twin === null ? [] : [[block, twin] as const]));
  const added = [...free];
  const gone = named.flatMap(([block, twin]) => {
    if (twin !== null) return [];
    const print = fingerprint(block);
    return [{ block, renamed: added.find((other) => fingerprint(other) === print) ?? null }];
  });
  return { pairs, gone, added };
}

/** The blocks that one version of a scope has and the other has not, at any depth; those inside of new ones left out. Pure. */
export function listAddedBlocks(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
): readonly TestBlock[] {
  const { pairs, added } = pairBlocks(before.filter(isBlock), after.filter(isBlock));
  return [...added, ...pairs.flatMap(([was, is]) => listAddedBlocks(was.items, is.items))];
}

/** Whether an item is a test or a suite. */
export function isBlock(item: OutlineItem): item is TestBlock {
  return item.kind === "block";
}

/** What a block does, without its name. */
function fingerprint({ header, rows, items }: TestBlock): string {
  const parts = items.map((item) =>
    item.kind === "block"
      ? [item.name, fingerprint(item)]
      : item.kind === "code"
        ? item.text
        : [...item.bindings],
  );
  return JSON.stringify([header, rows, parts]);
}
