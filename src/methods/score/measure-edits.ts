import { diffLines } from "diff";
import type { FileEdit } from "../../domain/candidate.ts";
import { listFunctions } from "../../operators/list-functions.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import { countDuplicates } from "./count-duplicates.ts";
import { type FunctionMeasures, measureFunction } from "./measure-function.ts";

/** Beyond this a line is hard to read, whatever the project's formatter allows. */
const LONG_LINE = 100;

/** What edits do to the code, as far as it can be counted. */
export type EditMeasures = {
  readonly files: number;
  readonly addedLines: number;
  readonly removedLines: number;
  /** Of the added lines. */
  readonly longLines: number;
  /** Functions that are new or not as they were; 0 too where there is no grammar for the files. */
  readonly functions: number;
  /** Sum over these, after and before. */
  readonly complexityGrowth: number;
  /** Of the function where it grows most. */
  readonly nestingGrowth: number;
  /** Names that these functions declare and did not declare before, and how many of them are single letters. */
  readonly newNames: number;
  readonly terseNames: number;
  /** Lines that stand in the edited files twice or more often, and did not before. */
  readonly duplicatedLines: number;
};

const nothing: FunctionMeasures = { complexity: 0, nesting: 0, names: [] };

/** Loop counters, coordinates and what is thrown away are as usual as they are short. */
const usualLetters: ReadonlySet<string> = new Set([..."ijkxyz_"]);

/** Measures edits against the base, by lines and by the functions that they change. Acts by reading alone. */
export async function measureEdits(
  edits: readonly FileEdit[],
  deps: { readonly parser: SourceParser; readBase(path: string): Promise<string | null> },
): Promise<EditMeasures> {
  const parts: EditMeasures[] = [];
  for (const { path, content } of edits) {
    const before = (await deps.readBase(path)) ?? "";
    const after = content ?? "";
    const [old, fresh] = [await listByName(path, before, deps), await listByName(path, after, deps)];
    parts.push({ ...countLines(before, after), ...compareFunctions(old, fresh) });
  }
  const sum = (key: keyof EditMeasures) => parts.reduce((total, part) => total + part[key], 0);
  return {
    files: parts.length,
    addedLines: sum("addedLines"),
    removedLines: sum("removedLines"),
    longLines: sum("longLines"),
    functions: sum("functions"),
    complexityGrowth: sum("complexityGrowth"),
    nestingGrowth: Math.max(0, ...parts.map(({ nestingGrowth }) => nestingGrowth)),
    newNames: sum("newNames"),
    terseNames: sum("terseNames"),
    duplicatedLines: sum("duplicatedLines"),
  };
}

type Measured = FunctionMeasures & { readonly text: string };

async function listByName(
  path: string,
  text: string,
  { parser }: { readonly parser: SourceParser },
): Promise<ReadonlyMap<string, Measured>> {
  const parsed = await parser.parse(path, text);
  if (parsed.status === "skipped") return new Map();
  const { source } = parsed;
  return new Map(
    listFunctions(source).map(({ name, node, text: own }) => [
      name,
      { ...measureFunction(node, source), text: own },
    ]),
  );
}

function countLines(before: string, after: string) {
  const changes = diffLines(before, after);
  const added = changes.filter((change) => change.added);
  const lines = added.flatMap(({ value }) => value.replace(/\n$/, "").split("\n"));
  return {
    files: 1,
    addedLines: lines.length,
    removedLines: changes.filter((change) => change.removed).reduce((sum, { count }) => sum + count, 0),
    longLines: lines.filter((line) => line.length > LONG_LINE).length,
    duplicatedLines: Math.max(0, countDuplicates(after) - countDuplicates(before)),
  };
}

function compareFunctions(old: ReadonlyMap<string, Measured>, fresh: ReadonlyMap<string, Measured>) {
  const changed = [...fresh].filter(([name, { text }]) => old.get(name)?.text !== text);
  const removed = [...old].filter(([name]) => !fresh.has(name));
  const known = new Set([...old.values()].flatMap(({ names }) => names));
  const growth = (key: "complexity" | "nesting") =>
    changed.map(([name, measures]) => measures[key] - (old.get(name) ?? nothing)[key]);
  const lost = removed.reduce((sum, [, { complexity }]) => sum + complexity, 0);
  const names = new Set(changed.flatMap(([, measures]) => measures.names).filter((name) => !known.has(name)));
  return {
    functions: changed.length + removed.length,
    complexityGrowth: growth("complexity").reduce((sum, value) => sum + value, 0) - lost,
    nestingGrowth: Math.max(0, ...growth("nesting")),
    newNames: names.size,
    terseNames: [...names].filter((name) => name.length === 1 && !usualLetters.has(name)).length,
  };
}
