import type { Changeset } from "../../domain/bundle.ts";
import type { FileEdit } from "../../domain/candidate.ts";

/** A changeset as a candidate's edits, or the first path whose content is no text. */
export type ReadEdits =
  | { readonly status: "read"; readonly edits: readonly FileEdit[] }
  | { readonly status: "refused"; readonly path: string };

/** Reads a changeset as edits. No candidate writes anything but text, so other bytes are refused. Pure. */
export function readEdits({ files }: Changeset): ReadEdits {
  const edits: FileEdit[] = [];
  for (const file of files) {
    const { path } = file;
    if (file.change === "delete") {
      edits.push({ path, mode: "100644", content: null });
      continue;
    }
    if (file.encoding === "base64") return { status: "refused", path };
    edits.push({ path, mode: file.mode, content: file.content });
  }
  return { status: "read", edits };
}
