import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { Source } from "../../../syntax/source.ts";
import type { CodeFacts } from "./code-facts.ts";
import { codeFamilyOf, parserPathOf } from "./code-family.ts";
import { readPython } from "./read-python.ts";
import { readScript } from "./read-script.ts";

/** What a file refers to and holds, by its syntax tree; null where there is none. Found once for all rules. */
export async function readCode(
  { path, text }: { readonly path: string; readonly text: string | null },
  { parser, facts }: { readonly parser: SourceParser; readonly facts?: WeakMap<Source, CodeFacts> },
): Promise<CodeFacts | null> {
  const family = text === null ? null : codeFamilyOf(path, text);
  if (text === null || (family !== "script" && family !== "python")) return null;
  const outcome = await parser.parse(parserPathOf(path, family), text);
  if (outcome.status !== "parsed") return null;
  const { source } = outcome;
  const found = facts?.get(source) ?? (family === "script" ? readScript(source) : readPython(source));
  facts?.set(source, found);
  return found;
}
