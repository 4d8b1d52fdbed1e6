import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { CodeFacts } from "./code-facts.ts";
import { codeFamilyOf, parserPathOf } from "./code-family.ts";
import { readPython } from "./read-python.ts";
import { readScript } from "./read-script.ts";

/** What a file refers to and holds, by its syntax tree; null where there is none. */
export async function readCode(
  { path, text }: { readonly path: string; readonly text: string | null },
  { parser }: { readonly parser: SourceParser },
): Promise<CodeFacts | null> {
  const family = text === null ? null : codeFamilyOf(path, text);
  if (text === null || (family !== "script" && family !== "python")) return null;
  const outcome = await parser.parse(parserPathOf(path, family), text);
  if (outcome.status !== "parsed") return null;
  return family === "script" ? readScript(outcome.source) : readPython(outcome.source);
}
