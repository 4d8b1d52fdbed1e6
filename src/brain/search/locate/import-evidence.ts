import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createImportResolver } from "./import-resolver.ts";
import type { FileSuspicion, Suspicion } from "./suspicion.ts";

/** Files read while the imports are followed. */
const MAX_FILES = 200;
/** Suspicion by how many imports lie between the test and the file. */
const byDistance = [0.6, 0.6, 0.4, 0.3, 0.2];
const FURTHER = 0.1;

/** Suspects the files that the failing test imports, the directly imported ones most. Nothing is run for it. */
export async function findImportEvidence(
  input: {
    readonly testFiles: readonly string[];
    readonly trackedFiles: readonly string[];
    readonly editableFiles: readonly string[];
  },
  sandbox: Pick<Sandbox, "read">,
): Promise<Suspicion> {
  const resolver = await createImportResolver(input.trackedFiles, sandbox);
  const distances = new Map(input.testFiles.map((file) => [file, 0]));
  const queue = [...input.testFiles];
  for (let at = 0; at < queue.length && at < MAX_FILES; at += 1) {
    const file = queue[at] ?? "";
    const text = (await sandbox.read(file))?.toString("utf8") ?? "";
    for (const imported of resolver.findImports(file, text)) {
      if (distances.has(imported)) continue;
      distances.set(imported, (distances.get(file) ?? 0) + 1);
      queue.push(imported);
    }
  }
  const editable = new Set(input.editableFiles);
  const reached = [...distances].filter(([file]) => editable.has(file));
  return new Map(
    reached.map(([file, distance]): [string, FileSuspicion] => [
      file,
      { lines: new Map(), rest: byDistance[distance] ?? FURTHER },
    ]),
  );
}
