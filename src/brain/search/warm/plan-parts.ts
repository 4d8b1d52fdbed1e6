import type { NodeRequest } from "./node-messages.ts";
import type { WarmCheck } from "./warm-session.ts";

/** The given tests by file, in their order; a whole file where its tests do not do alone what they do together. Pure. */
export function planParts(
  checks: readonly Pick<WarmCheck, "file" | "suite" | "name">[],
  divisible: ReadonlySet<string>,
): NodeRequest["first"] {
  const byFile = Map.groupBy(checks, ({ file }) => file);
  return [...byFile].map(([file, own]) => ({ file, only: divisible.has(file) ? own.map(nameInFile) : null }));
}

/** A name behind those of its suites. Reports number tests of one name; here all of them are meant. */
export function nameInFile({ suite, name }: Pick<WarmCheck, "suite" | "name">): string {
  return `${suite === "" ? "" : `${suite} > `}${name.replace(/ #\d+$/, "")}`;
}
