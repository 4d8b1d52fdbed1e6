import { applyOperators } from "../../src/operators/apply-operators.ts";
import type { Clues } from "../../src/operators/clues.ts";
import { operators } from "../../src/operators/registry.ts";
import { applyTextEdit, type TextEdit } from "../../src/operators/text-edit.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";
import type { Source } from "../../src/syntax/source.ts";

const parser = createSourceParser();

/** A text's tree; throws where it does not parse. */
export async function parse(path: string, text: string): Promise<Source> {
  const parsed = await parser.parse(path, text);
  if (parsed.status !== "parsed") throw new Error(`${parsed.reason}:\n${text}`);
  return parsed.source;
}

/** All edits of the operator of this name. */
export async function findEdits(
  name: string,
  path: string,
  text: string,
  clues?: Clues,
): Promise<readonly TextEdit[]> {
  const chosen = operators.filter((operator) => operator.name === name);
  if (chosen.length !== 1) throw new Error(`${chosen.length} operators are named ${name}`);
  return [...applyOperators(await parse(path, text), chosen, undefined, clues)];
}

/** What the text becomes by each edit of the operator. */
export async function mend(
  name: string,
  path: string,
  text: string,
  clues?: Clues,
): Promise<readonly string[]> {
  return (await findEdits(name, path, text, clues)).map((edit) => applyTextEdit(text, edit));
}
