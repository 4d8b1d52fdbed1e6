import type { ChangeSet } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyContext, PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { readCode } from "./code/read-code.ts";
import { findSpelledInputs } from "./copied/find-spelled-inputs.ts";
import { findSpelledNumbers } from "./copied/find-spelled-numbers.ts";
import { listNumberKeys } from "./copied/list-number-keys.ts";
import { listTestFiles } from "./copied/list-test-files.ts";
import { listTextPlaces } from "./copied/list-text-places.ts";
import { readTestInputs } from "./copied/read-test-inputs.ts";
import { readTestUnits, type TestUnit } from "./copied/test-units.ts";

type Tests = { readonly units: readonly TestUnit[]; readonly inputs: ReadonlySet<string> };

export const spelledExamples: PolicyRule = {
  id: "spelled-examples",
  group: "smells",
  title: "Odd numbers and phrases of several tests that sources come to spell out, in whatever form",
  explanation:
    "Numbers such as 1.005 and 8.335 and phrases that two tests hand in stand in a source for one reason: to know them " +
    "again. How they are kept (a map, a pattern, a text, scaled by a thousand) does not matter. Compute the result; " +
    "limits that are compared by size may be named.",
  async find(change, context) {
    const { numbers, texts, spelled } = await readAdded(change, context);
    if (numbers.length === 0 && texts.length === 0) return [];
    const { units, inputs } = await readTests(change, context);
    return keepOneALine([
      ...findSpelledNumbers(numbers, units).map((place) => ({ ...place, told: place.key })),
      ...findSpelledInputs(texts, inputs, units, spelled).map((place) => ({ ...place, told: place.text })),
    ]);
  },
};

/** What stands on new lines of sources and stood in none of the changed files before. */
async function readAdded({ files }: ChangeSet, context: PolicyContext) {
  const known = { keys: new Set<string>(), texts: new Set<string>() };
  const added: { facts: CodeFacts; lines: ReadonlySet<number>; file: string }[] = [];
  for (const file of files) {
    if (isTestFile(file.path)) continue;
    const was = await readCode({ path: file.path, text: file.before?.text ?? null }, context);
    if (was !== null) {
      for (const { key } of listNumberKeys(was)) known.keys.add(key);
      for (const { text } of listTextPlaces(was)) known.texts.add(text);
    }
    const facts = await readCode({ path: file.path, text: file.after?.text ?? null }, context);
    const lines = new Set(diffFileLines(file).added.map(({ line }) => line));
    if (facts !== null) added.push({ facts, lines, file: file.path });
  }
  const pick = <T extends { line: number }>(list: (facts: CodeFacts) => readonly T[]) =>
    added.flatMap(({ facts, lines, file }) =>
      list(facts).flatMap((place) => (lines.has(place.line) ? [{ ...place, file }] : [])),
    );
  return {
    numbers: pick(listNumberKeys).filter(({ key }) => !known.keys.has(key)),
    texts: pick(listTextPlaces).filter(({ text }) => !known.texts.has(text)),
    spelled: new Set(
      added.flatMap(({ facts, lines }) =>
        facts.texts.flatMap(({ value, node }) =>
          lines.has(node.line) || lines.has(node.endLine) ? value.split("\n").map((part) => part.trim()) : [],
        ),
      ),
    ),
  };
}

async function readTests(change: ChangeSet, context: PolicyContext): Promise<Tests> {
  const units: TestUnit[] = [];
  const inputs = new Set<string>();
  for (const path of listTestFiles(change)) {
    const facts = await readCode({ path, text: await context.readBase(path) }, context);
    if (facts === null) continue;
    units.push(...readTestUnits(facts));
    for (const input of readTestInputs(facts)) inputs.add(input);
  }
  return { units, inputs };
}

function keepOneALine(
  places: readonly { readonly file: string; readonly line: number; readonly told: string }[],
): readonly PolicyFinding[] {
  const byLine = new Map(places.map((place) => [`${place.file}:${place.line}`, place]));
  return [...byLine.values()].map(({ file, line, told }) => {
    return { file, line, reason: `the code spells out what tests' examples hold (${told.slice(0, 40)})` };
  });
}
