import { digest } from "../../domain/digest.ts";
import type { Source } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { SeenState, SeenValue } from "../clues.ts";
import type { Names } from "../names.ts";
import { functionTypes } from "../scope-types.ts";
import { readLayout } from "../statement/layout.ts";
import { isListed, placeBefore } from "../statement/place-statement.ts";
import { listTerms } from "./list-terms.ts";

/** Places in one file whose states are noted. */
const MAX_PLACES = 60;
/** Terms noted at one place. */
const MAX_TERMS = 8;

/** A value that was noted, with the id of the check that ran. */
export type Note = Pick<SeenValue, "type" | "text"> & { readonly test: string | null };

/** A file that notes the states of its statements as it runs, and how to read what it noted. */
export type Observation = {
  /** The file with calls of `__nightshift_note(id, value)`. */
  readonly text: string;
  /** States by statement of the tree that was given, or of any other of the same text; `failing` are ids of checks. */
  read(
    noted: ReadonlyMap<string, readonly Note[]>,
    failing: ReadonlySet<string>,
  ): (statement: SyntaxNode) => readonly SeenState[];
};

/**
 * Writes a file that notes what is in scope just before its statements, and each time that a loop asks its condition.
 * Notes of one place come together, so that the values of one time can be told apart from another's. Null where there is
 * no place to look at. Pure.
 */
export function planObservation(
  source: Source,
  names: Names,
  isSought: (node: SyntaxNode) => boolean,
): Observation | null {
  const layout = readLayout(source);
  const places: Place[] = [];
  const edits: { readonly at: number; readonly text: string }[] = [];
  for (const node of walkTree(source.root)) {
    if (places.length >= MAX_PLACES) break;
    if (enclosing(node, functionTypes) === null || !isSought(node) || isAside(node)) continue;
    const terms = listTerms(node, { source, names })
      .filter(({ shape }) => shape !== "function")
      .slice(0, MAX_TERMS)
      .map(({ text }) => text);
    const place = { start: node.start, id: `state:${digest(source.path).slice(0, 8)}:${node.start}`, terms };
    const written = terms.length === 0 ? [] : writeNotes(node, place, source, layout);
    if (written.length === 0) continue;
    places.push(place);
    edits.push(...written);
  }
  if (places.length === 0) return null;
  const text = edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((all, edit) => all.slice(0, edit.at) + edit.text + all.slice(edit.at), source.text);
  return { text, read: (noted, failing) => readStates(places, noted, failing) };
}

type Place = { readonly start: number; readonly id: string; readonly terms: readonly string[] };

/** A docstring or a directive has to stay the first, and a declaration of a function says nothing of values. */
function isAside(node: SyntaxNode): boolean {
  return (
    namedChildrenOf(node)[0]?.type === "string" ||
    /^(?:function|class|generator_function|import|global|nonlocal)/.test(node.type)
  );
}

function writeNotes(
  node: SyntaxNode,
  { id, terms }: Place,
  source: Source,
  layout: ReturnType<typeof readLayout>,
): readonly { readonly at: number; readonly text: string }[] {
  const calls = terms.map((term) => {
    const isLocal = layout.isPython && !term.startsWith("self.");
    return `__nightshift_note("${id}:${term}", ${isLocal ? `locals().get("${term}")` : term})`;
  });
  if (node.type === "while_statement") {
    const condition = childOf(node, "condition");
    const inner = layout.isPython ? condition : (namedChildrenOf(condition ?? node)[0] ?? null);
    if (inner === null) return [];
    const [open, close] = layout.isPython
      ? [`[${calls.join(", ")}] and (`, ")"]
      : [`(${calls.join(", ")}, `, ")"];
    return [
      { at: inner.start, text: open },
      { at: inner.end, text: close },
    ];
  }
  if (!isListed(node)) return [];
  const lines = layout.isPython
    ? ["try:", ...calls.map((call) => `${layout.step}${call}`), "except Exception:", `${layout.step}pass`]
    : [`try { ${calls.join("; ")} } catch {}`];
  const placed = placeBefore(node, lines, source, layout);
  return placed === null || placed.start !== placed.end
    ? []
    : [{ at: placed.start, text: placed.replacement }];
}

function readStates(
  places: readonly Place[],
  noted: ReadonlyMap<string, readonly Note[]>,
  failing: ReadonlySet<string>,
): (statement: SyntaxNode) => readonly SeenState[] {
  const byStart = new Map<number, readonly SeenState[]>();
  for (const { start, id, terms } of places) {
    const columns = terms.map((term) => ({ term, notes: noted.get(`${id}:${term}`) ?? [] }));
    const times = Math.max(...columns.map(({ notes }) => notes.length));
    const states = Array.from({ length: times }, (_, at): SeenState => {
      const values = columns.flatMap(({ term, notes }) => {
        const note = notes[at];
        return note === undefined ? [] : [[term, { type: note.type, text: note.text }] as const];
      });
      const test = columns.find(({ notes }) => notes[at] !== undefined)?.notes[at]?.test ?? null;
      return { isFailing: test !== null && failing.has(test), values: new Map(values) };
    });
    byStart.set(start, states);
  }
  return (statement) => byStart.get(statement.start) ?? [];
}
