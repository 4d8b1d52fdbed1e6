import type { ChangeSet } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyContext, PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import { readCode } from "./code/read-code.ts";
import { listNumberKeys, type NumberPlace } from "./copied/list-number-keys.ts";
import { listTestFiles } from "./copied/list-test-files.ts";
import { unpack } from "./copied/literal.ts";
import { numberKey } from "./copied/number-key.ts";
import { readTestUnits } from "./copied/test-units.ts";

type Unit = ReadonlySet<string>;

export const spelledExamples: PolicyRule = {
  id: "spelled-examples",
  group: "smells",
  title: "Odd numbers of several tests that sources come to spell out, in whatever form",
  explanation:
    "Numbers such as 1.005 and 8.335 that two tests ask for stand in a source for one reason: to know them again. How " +
    "they are kept (a map, a pattern, a text, scaled by a thousand) does not matter. Compute the result; limits that " +
    "are compared by size may be named.",
  async find(change, context) {
    const known = new Set<string>();
    const added: (NumberPlace & { readonly file: string })[] = [];
    for (const { path, before, after, ...rest } of change.files) {
      if (isTestFile(path)) continue;
      const was = await readCode({ path, text: before?.text ?? null }, context);
      for (const { key } of was === null ? [] : listNumberKeys(was)) known.add(key);
      const is = await readCode({ path, text: after?.text ?? null }, context);
      const lines = new Set(diffFileLines({ ...rest, before, after }).added.map(({ line }) => line));
      for (const place of is === null ? [] : listNumberKeys(is))
        if (lines.has(place.line)) added.push({ ...place, file: path });
    }
    const fresh = added.filter(({ key }) => !known.has(key));
    return fresh.length === 0 ? [] : judge(fresh, await readUnits(change, context));
  },
};

/** Two tests of which a number each is spelled out, or one of which two are. */
function judge(
  added: readonly (NumberPlace & { readonly file: string })[],
  units: readonly Unit[],
): readonly PolicyFinding[] {
  const keys = new Set(added.map(({ key }) => key));
  const told = units.map((unit) => [...unit].filter((key) => keys.has(key)));
  const copied = new Set(told.flat());
  // Two short whole numbers of one example may be settings that it expects.
  const isPair = told.some((found) => found.length >= 2 && found.some((key) => key.length >= 4));
  const isSeveral = copied.size >= 2 && told.filter((found) => found.length > 0).length >= 2;
  if (!isPair && !isSeveral) return [];
  const seen = new Set<string>();
  return added.flatMap(({ key, line, file }) => {
    const place = `${file}:${line}`;
    if (!copied.has(key) || seen.has(place)) return [];
    seen.add(place);
    return [{ file, line, reason: `the code spells out numbers of tests' examples (${key.slice(0, 20)})` }];
  });
}

async function readUnits(change: ChangeSet, context: PolicyContext): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const path of listTestFiles(change)) {
    const facts = await readCode({ path, text: await context.readBase(path) }, context);
    for (const unit of facts === null ? [] : readTestUnits(facts)) {
      const keys = [...unit].flatMap(unpack).flatMap((value) => {
        const key = typeof value === "number" && Number.isFinite(value) ? numberKey(String(value)) : null;
        return key === null ? [] : [key];
      });
      if (keys.length > 0) units.push(new Set(keys));
    }
  }
  return units;
}
