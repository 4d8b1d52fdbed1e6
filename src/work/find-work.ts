import type { WorkItem } from "../domain/work-item.ts";
import type { FinderDeps, FinderInput, Found } from "./finder.ts";
import { finders } from "./registry.ts";

/** Everything that the finders find, an item that two of them found once. Pure. */
export function findWork(input: FinderInput, deps: FinderDeps): Found {
  const found = Object.values(finders).map((find) => find(input, deps));
  const items = new Map<string, WorkItem>();
  for (const item of found.flatMap((one) => one.items)) {
    if (!items.has(item.id)) {
      items.set(item.id, item);
    }
  }
  return { items: [...items.values()], notes: found.flatMap(({ notes }) => notes) };
}
