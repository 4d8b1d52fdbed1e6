import type { RepairBug } from "./repair-bug.ts";

/** The tree of a module with a bug in it. Parts are placed in their order; each has to be found once. */
export function plantBug(
  files: Readonly<Record<string, string>>,
  bug: Pick<RepairBug, "id" | "parts">,
): Readonly<Record<string, string>> {
  const planted: Record<string, string> = { ...files };
  for (const { path, good, bad } of bug.parts) {
    const pieces = `\n${planted[path] ?? ""}`.split(`\n${good}`);
    const [before, after] = pieces;
    if (pieces.length !== 2 || before === undefined || after === undefined)
      throw new Error(`${bug.id}: ${path} holds what a part replaces ${pieces.length - 1} times`);
    planted[path] = `${before}\n${bad}${after}`.slice(1);
  }
  return planted;
}
