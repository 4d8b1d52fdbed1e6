import { z } from "zod";
import { createTool } from "./create-tool.ts";
import { optionalArgument } from "./optional-argument.ts";
import { quotePath } from "./quote-path.ts";
import { suggestPaths } from "./suggest-paths.ts";

const MAX_ENTRIES = 100;
/** A folder with no more files than this is shown with all that is beneath it: that saves calls. */
const MAX_WHOLE = 40;

/** Shows what is in a folder: its files, and its folders with the number of files in each. */
export const listDirectory = createTool({
  name: "list_directory",
  description: "Files and folders in a folder.",
  schema: z.object({ path: optionalArgument(z.string()) }),
  run: async ({ path = "." }, { workspace }) => {
    const resolved = workspace.resolve(path);
    if (resolved.status === "refused") return { status: "refused", text: resolved.reason };
    const all = workspace.list();
    const prefix = resolved.path === "." ? "" : `${resolved.path}/`;
    const beneath = all.filter((file) => file.startsWith(prefix));
    if (beneath.length === 0) return { status: "refused", text: explainEmpty(resolved.path, all) };
    const names = beneath.map((file) => file.slice(prefix.length));
    const entries = names.length <= MAX_WHOLE ? names.map(showName) : listEntries(names);
    const shown = entries.slice(0, MAX_ENTRIES);
    const rest = entries.length - shown.length;
    const more = rest === 0 ? [] : [`… and ${rest} more; list a folder beneath, or search with a glob.`];
    return { status: "done", text: [...shown, ...more].join("\n") };
  },
});

function listEntries(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const slash = name.indexOf("/");
    const entry = slash === -1 ? name : name.slice(0, slash + 1);
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return [...counts].map(([entry, count]) =>
    entry.endsWith("/") ? `${showName(entry)} (${count} ${count === 1 ? "file" : "files"})` : showName(entry),
  );
}

function showName(name: string): string {
  return quotePath(name);
}

function explainEmpty(path: string, all: readonly string[]): string {
  if (path === ".") return "The repository has no files.";
  if (all.includes(path)) return `${quotePath(path)} is a file; read_file shows it.`;
  const folders = new Set(all.flatMap((file) => listFolders(file)));
  return `There is no folder ${quotePath(path)}.${suggestPaths(path, [...folders])}`;
}

function listFolders(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
