import { MANIFEST_NAME } from "./name-files.ts";

/** Names that a file of some bundle can have: plain letters, no case to fold, no way out of the folder. */
const pattern =
  /^(?:manifest\.json|parts\/b[a-z2-7]{58}|patches\/(?:\d{4}|suggestion)-cycle-\d{1,15}\.patch)$/;
/** Folders that archivers list as entries of their own. */
const folders: ReadonlySet<string> = new Set(["parts/", "patches/"]);

/** Says what a name can stand for; null: nothing. */
export type ClassifyName = (name: string) => "manifest" | "part" | "folder" | null;

/** What a name in an archive or a folder can stand for; null: nothing in any bundle. Pure. */
export function classifyName(name: string): "manifest" | "part" | "folder" | null {
  if (name === MANIFEST_NAME) return "manifest";
  if (folders.has(name)) return "folder";
  return pattern.test(name) ? "part" : null;
}
