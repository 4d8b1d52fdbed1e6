import type { Source } from "../../../../syntax/source.ts";
import { isWithin } from "../../../../syntax/syntax-node.ts";
import type { BodyEdit, BodyWriter, Variant } from "./body-writer.ts";
import { findPythonBodies } from "./find-python-bodies.ts";
import { findScriptBodies } from "./find-script-bodies.ts";
import { pythonWriter } from "./python-writer.ts";
import { scriptWriter } from "./script-writer.ts";
import type { TestBody } from "./test-body.ts";
import { varyLiteral } from "./vary-literal.ts";

/** Variations of all tests of one file together, and of one test at most. */
const MAX_VARIANTS = 240;
const MAX_OF_TEST = 16;
const MIN_OF_TEST = 3;
/** Literals that are changed in one variation. */
const MAX_CHANGES = 2;

/**
 * A test file whose tests note what the program gives instead of asserting it: first with their own inputs, then with
 * inputs varied within their types. Notes of own inputs begin with "own". Null where no test of it can be read. The same
 * random numbers give the same text. Pure.
 */
export function planAmplified(source: Source, deps: { random(): number }): string | null {
  const isPython = source.language === "python";
  const writer = isPython ? pythonWriter : scriptWriter;
  // A test within another would be varied with it.
  const bodies = (isPython ? findPythonBodies(source) : findScriptBodies(source)).filter(
    ({ node }, _, all) => !all.some((other) => other.node !== node && isWithin(node, other.node)),
  );
  if (bodies.length === 0) return null;
  const share = Math.floor(MAX_VARIANTS / bodies.length);
  const most = Math.max(MIN_OF_TEST, Math.min(MAX_OF_TEST, share));
  let text = source.text;
  for (const [at, body] of [...bodies.entries()].toReversed()) {
    const variants = listVariants(body, { name: `t${at}`, most, source, writer, ...deps });
    text = text.slice(0, body.node.start) + writer.write(body, variants, source) + text.slice(body.node.end);
  }
  return text;
}

function listVariants(
  body: TestBody,
  deps: {
    readonly name: string;
    readonly most: number;
    readonly source: Source;
    readonly writer: BodyWriter;
    random(): number;
  },
): readonly Variant[] {
  const found = new Map<string, Variant>();
  const add = (changes: readonly BodyEdit[]) => {
    const kind = changes.length === 0 ? "own" : "varied";
    const id = `${kind}:${deps.name}:${found.size}`;
    const key = JSON.stringify(changes);
    if (!found.has(key)) found.set(key, { id, edits: [...changes, ...noteAll(body, id, deps.writer)] });
  };
  add([]);
  for (let tries = 0; tries < deps.most * 3 && found.size < deps.most && body.inputs.length > 0; tries += 1)
    add(change(body, deps));
  return [...found.values()];
}

function change(
  { inputs }: TestBody,
  deps: { readonly source: Source; random(): number },
): readonly BodyEdit[] {
  const changes: BodyEdit[] = [];
  const count = 1 + Math.floor(deps.random() * MAX_CHANGES);
  for (let done = 0; done < count; done += 1) {
    const node = inputs[Math.floor(deps.random() * inputs.length)];
    if (node === undefined || changes.some((other) => node.start < other.end && other.start < node.end))
      continue;
    const text = varyLiteral(node, deps.source, deps);
    if (text !== null) changes.push({ start: node.start, end: node.end, text });
  }
  return changes.toSorted((a, b) => a.start - b.start);
}

function noteAll({ assertions }: TestBody, id: string, { around }: BodyWriter): readonly BodyEdit[] {
  return assertions.flatMap((assertion, at) => {
    const { statement, actual } = assertion;
    const { before, after } = around(assertion, `${id}:${at}`);
    return [
      { start: statement.start, end: actual.start, text: before },
      { start: actual.end, end: statement.end, text: after },
    ];
  });
}
