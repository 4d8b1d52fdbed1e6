import type { SourceParser } from "../../syntax/parse-source.ts";
import type { ChangedFile, ChangeSet } from "../change-set.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import type { ExportedName, ExportedNames } from "./exported-names.ts";
import { listExports } from "./list-exports.ts";

/** A name that one file offers on one side of a change alone. */
export type ExportChange = ExportedName & {
  readonly file: string;
  /** Another file of the change that has it on the other side: the name moved. */
  readonly counterpart: string | null;
};

type Compared = { readonly file: string; readonly before: ExportedNames; readonly after: ExportedNames };

/** The names that the sources of a change gain and lose; tests offer nothing. A lost name has the line from before. */
export async function compareExports(
  { files }: ChangeSet,
  parser: SourceParser,
): Promise<{ readonly gained: readonly ExportChange[]; readonly lost: readonly ExportChange[] }> {
  const sources = files.filter(({ path }) => !isTestFile(path));
  const compared = await Promise.all(sources.map((file) => compareFile(file, parser)));
  const gained = compared.flatMap(({ file, before, after }) => {
    const known = before.isExplicit ? namesOf(before) : before.reachable;
    return pick(after.exported, known).map((name) => ({ ...name, file }));
  });
  const lost = compared.flatMap(({ file, before, after }) => {
    const left = before.isExplicit && after.isExplicit ? namesOf(after) : after.reachable;
    return pick(before.exported, left).map((name) => ({ ...name, file }));
  });
  // A module's default is only the same one where another module lost it.
  const offeredBefore = compared.flatMap(({ file, before }) =>
    before.exported
      .filter(({ name }) => name !== "default" && name !== "module.exports")
      .map(({ name }) => ({ name, file })),
  );
  return {
    gained: gained.map((one) => ({ ...one, counterpart: findOther(one, [...lost, ...offeredBefore]) })),
    lost: lost.map((one) => ({ ...one, counterpart: findOther(one, gained) })),
  };
}

async function compareFile({ path, before, after }: ChangedFile, parser: SourceParser): Promise<Compared> {
  const texts = { before: before?.text ?? null, after: after?.text ?? null };
  return { file: path, ...(await listExports(path, texts, parser)) };
}

function namesOf({ exported }: ExportedNames): ReadonlySet<string> {
  return new Set(exported.map(({ name }) => name));
}

function pick(names: readonly ExportedName[], known: ReadonlySet<string>): readonly ExportedName[] {
  const seen = new Set(known);
  return names.filter(({ name }) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

function findOther(
  { name, file }: ExportedName & { readonly file: string },
  others: readonly { readonly name: string; readonly file: string }[],
): string | null {
  return others.find((other) => other.name === name && other.file !== file)?.file ?? null;
}
