import { applyOperators } from "../../operators/apply-operators.ts";
import type { Operator } from "../../operators/operator.ts";
import { textEditKey } from "../../operators/text-edit.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import type { Source } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { findEnclosingNames } from "./enclosing-name.ts";
import { type FileSuspicion, findPeak, type Suspicion } from "./locate/suspicion.ts";
import type { SearchCandidate } from "./search-candidate.ts";

/** Files that are parsed, the most suspected ones. */
const MAX_FILES = 40;
/** What a place in no function that the test mentions is worth. */
const UNMENTIONED = 0.6;

/** The candidates, and what could not be searched, with the reason. */
export type Generated = {
  readonly candidates: readonly SearchCandidate[];
  /** The files whose content decided, most suspected first. */
  readonly searched: readonly string[];
  readonly skipped: readonly string[];
};

/** All one-edit candidates at suspected places. Trees are dropped file by file; only the edits stay. */
export async function generateCandidates(
  input: {
    readonly suspicion: Suspicion;
    readonly mentioned: ReadonlySet<string>;
    readonly operators: readonly Operator[];
  },
  { parser, sandbox }: { readonly parser: SourceParser; readonly sandbox: Pick<Sandbox, "read"> },
): Promise<Generated> {
  const files = [...input.suspicion]
    .toSorted(([a, x], [b, y]) => findPeak(y) - findPeak(x) || (a < b ? -1 : 1))
    .slice(0, MAX_FILES);
  const candidates: SearchCandidate[] = [];
  const searched: string[] = [];
  const skipped: string[] = [];
  for (const [path, suspicion] of files) {
    const content = await sandbox.read(path);
    const text = content?.toString("utf8") ?? "";
    if (content === null || !Buffer.from(text).equals(content)) {
      skipped.push(`${path}: not readable as UTF-8`);
      continue;
    }
    const parsed = await parser.parse(path, text);
    if (parsed.status === "skipped") {
      skipped.push(parsed.reason);
      continue;
    }
    searched.push(path);
    candidates.push(...findCandidates(parsed.source, suspicion, input));
  }
  return { candidates, searched, skipped };
}

function* findCandidates(
  source: Source,
  suspicion: FileSuspicion,
  {
    mentioned,
    operators,
  }: { readonly mentioned: ReadonlySet<string>; readonly operators: readonly Operator[] },
): Generator<SearchCandidate> {
  const isSought = (node: SyntaxNode) => suspect(node, suspicion) > 0;
  for (const { node, operator, start, end, replacement, summary, weight } of applyOperators(
    source,
    operators,
    isSought,
  )) {
    const names = findEnclosingNames(node, source);
    const closeness = names.some((name) => mentioned.has(name)) ? 1 : UNMENTIONED;
    const place = names[0] === undefined ? source.path : `${names[0]} (${source.path})`;
    const edit = { start, end, replacement, summary, weight };
    yield {
      edits: [{ path: source.path, edit }],
      origin: operator.name,
      summary: `${summary} in ${place}`,
      score: suspect(node, suspicion) * closeness * operator.prior * weight,
      key: `${source.path}\n${textEditKey(source.text, edit)}`,
    };
  }
}

/** A node's line, or where tracers see only a statement's first line, that of its statement. */
function suspect(node: SyntaxNode, { lines, rest, placeOf }: FileSuspicion): number {
  const own = lines.has(node.line) ? (placeOf?.(node) ?? lines.get(node.line)) : undefined;
  if (own !== undefined) return own;
  for (let above: SyntaxNode | null = node; above !== null; above = above.parent) {
    if (/block$|body$|^program$|^module$/.test(above.type)) break;
    const value = lines.get(above.line);
    if (value !== undefined) return value;
  }
  return rest;
}
