import type { Workspace } from "../tools/workspace.ts";
import { boundFrame } from "./bound-frame.ts";
import { cleanText } from "./clean-text.ts";
import { findConventions } from "./find-conventions.ts";
import { quoteData } from "./quote-data.ts";
import { takePieces } from "./take-pieces.ts";

const MAX_CHARS = 20_000;
const MAX_PATH_CHARS = 80;

/** The project's conventions for these paths, quoted by file, the nearest first, together at most `maxTokens`. */
export async function renderConventions(
  input: {
    readonly trackedFiles: readonly string[];
    readonly paths: readonly string[];
    readonly read: Workspace["read"];
  },
  maxTokens: number,
): Promise<string> {
  const found = new Map<string, string>();
  for (const path of findConventions(input.trackedFiles, input.paths)) {
    const file = await input.read(path);
    const text = file.status === "read" ? condense(file.text.slice(0, MAX_CHARS)) : "";
    // One of them often repeats another, or links to it.
    if (text !== "" && ![...found.values()].includes(text)) found.set(path, text);
  }
  const titles = [...found.keys()].map((path) => `Conventions: ${path.slice(-MAX_PATH_CHARS)}`);
  const room = maxTokens - titles.reduce((sum, title) => sum + boundFrame(title), 0);
  const { pieces } = await takePieces([...found.values()], room);
  return pieces.map((piece, index) => quoteData(titles[index] ?? "", piece)).join("\n\n");
}

/** Without HTML comments, which nobody sees rendered, badges, and empty lines. */
function condense(text: string): string {
  return cleanText(text)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/^[ \t]*(?:\[?!\[[^\]\n]*\]\([^)\n]*\)(?:\]\([^)\n]*\))?[ \t]*)+$/gm, "")
    .replace(/\n\s*\n+/g, "\n")
    .trim();
}
