import type { ChangedFile } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import { findHidingItems } from "./compare-rust-tests.ts";
import { findInSourceDifferences } from "./find-in-source-differences.ts";
import { listPythonDocTests, listRustDocTests } from "./list-doc-tests.ts";
import { listRustTests } from "./list-rust-tests.ts";

type Piece = { readonly text: string; readonly line: number; readonly name: string };

export const inSourceTests: PolicyRule = {
  id: "in-source-tests",
  group: "tests",
  title: "Changes of tests that stand inside sources",
  explanation:
    "Modules under #[cfg(test)], doc tests, vitest's import.meta.vitest blocks and test cases in sources judge the code " +
    "beside them. They are protected where they stand: they may move with their code and new ones may be added, but none " +
    "may be changed or removed.",
  async find({ files }, context) {
    const sources = files.filter(({ path }) => !isTestFile(path));
    return [...findLost(sources), ...(await findInSourceDifferences(sources, context))];
  },
};

/** Pieces are counted over the whole change, so that they may move with their code. */
function findLost(files: readonly ChangedFile[]): readonly PolicyFinding[] {
  const rest = Map.groupBy(
    files.flatMap(({ path, after }) => listPieces(path, after?.text)),
    ({ text }) => text,
  );
  return files
    .flatMap((file) =>
      listPieces(file.path, file.before?.text).flatMap((piece) => {
        const twins = rest.get(piece.text)?.slice() ?? [];
        rest.set(piece.text, twins.slice(1));
        if (twins.length > 0) return [];
        const line = file.after === null ? null : placeAfter(file, piece.line);
        return [
          {
            file: file.path,
            line,
            reason: `${piece.name} was changed or removed; tests in sources stay as they are`,
          },
        ];
      }),
    )
    .concat(files.flatMap(findHidden));
}

function listPieces(path: string, text: string | null | undefined): readonly Piece[] {
  if (text == null) return [];
  if (path.endsWith(".py"))
    return listPythonDocTests(text).map((one) => ({ ...one, name: `the doc test ${firstLine(one.text)}` }));
  if (!path.endsWith(".rs")) return [];
  return [
    ...listRustTests(text, false).map(({ name, ...one }) => ({ ...one, name: `${name} in the tests` })),
    ...listRustDocTests(text).map((one) => ({ ...one, name: `the doc test ${firstLine(one.text)}` })),
  ];
}

/** New items beside tests must not stand in for what those use. */
function findHidden({ path, before, after }: ChangedFile): readonly PolicyFinding[] {
  if (!path.endsWith(".rs") || before?.text == null || after?.text == null) return [];
  const was = listRustTests(before.text, false);
  return findHidingItems(was, listRustTests(after.text, false)).map(({ name, line }) => ({
    file: path,
    line,
    reason: `the new ${name} hides what tests use`,
  }));
}

function firstLine(text: string): string {
  return JSON.stringify(text.split("\n")[0]?.slice(0, 60));
}

/** Where a line that was there before stands, or stood, in the file as it is now. */
function placeAfter(file: ChangedFile, line: number): number {
  const { removed, added } = diffFileLines(file);
  let place = line - removed.filter((one) => one.line < line).length;
  for (const one of added) if (one.line <= place) place += 1;
  const count = (file.after?.text ?? "").split("\n").length;
  return Math.max(1, Math.min(place, count));
}
