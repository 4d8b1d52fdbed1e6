import type { Owner } from "./find-disturbances.ts";
import type { OutlineItem } from "./test-outline.ts";

/** Says of a name whether a test file declares it anywhere, imports it, or neither. Pure. */
export function createOwnerLookup(items: readonly OutlineItem[]): (name: string) => Owner {
  const owners = new Map<string, Owner>();
  const visit = (list: readonly OutlineItem[]): void => {
    for (const item of list) {
      if (item.kind === "block") visit(item.items);
      else if (item.kind === "code") for (const name of item.names) owners.set(name, "own");
      else for (const name of item.bindings.keys()) owners.set(name, "import");
    }
  };
  visit(items);
  return (name) => owners.get(name) ?? "global";
}
