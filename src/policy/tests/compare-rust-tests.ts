import { listRustTests, type RustItem } from "./list-rust-tests.ts";
import type { TestDifference } from "./test-difference.ts";

/** What a file of Rust tests lost: every item of it stays as it is, and new ones stand beside them. Pure. */
export function compareRustTests(before: string, after: string): readonly TestDifference[] {
  const [was, is] = [listRustTests(before, true), listRustTests(after, true)];
  const rest = is.map(({ text }) => text);
  const lost = was.flatMap((item): readonly TestDifference[] => {
    const index = rest.indexOf(item.text);
    if (index !== -1) rest.splice(index, 1);
    if (index !== -1) return [];
    const now = is.find(({ name, kind }) => name === item.name && kind === item.kind);
    if (item.kind === "other")
      return [{ rule: "test-setup", line: now?.line ?? null, reason: `${item.name} was changed or removed` }];
    return now === undefined
      ? [{ rule: "test-deleted", line: null, reason: `${item.name} is gone` }]
      : [{ rule: "test-weakened", line: now.line, reason: `${item.name} was changed` }];
  });
  const hiding = findHidingItems(was, is).map(({ name, line }) => ({
    rule: "test-setup" as const,
    line,
    reason: `the new ${name} hides what tests use`,
  }));
  return [...lost, ...(lost.length === 0 ? hiding : [])];
}

/** Items that are new, run with the tests, and carry a name that the tests before used. Pure. */
export function findHidingItems(was: readonly RustItem[], is: readonly RustItem[]): readonly RustItem[] {
  const known = new Set(was.map(({ text }) => text));
  const words = new Set(was.flatMap(({ text }) => text.split(" ")));
  return is.filter(
    ({ text, kind, name }) => kind === "other" && !known.has(text) && /^\w+$/.test(name) && words.has(name),
  );
}
