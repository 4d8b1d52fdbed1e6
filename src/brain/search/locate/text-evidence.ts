import { listFunctions } from "../../../operators/list-functions.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { FileSuspicion, Suspicion } from "./suspicion.ts";

/** Files that are read for it. */
const MAX_FILES = 40;
/** A name that the test says as it is, against words that it shares with a body. */
const NAMED = 0.6;
const ALIKE = 0.4;

/**
 * Suspects functions whose names the failing test says, and whose words are the test's: where nothing was run, it is what
 * is known of the places within a file.
 */
export async function findTextEvidence(
  input: { readonly files: readonly string[]; readonly mentioned: ReadonlySet<string> },
  { parser, sandbox }: { readonly parser: SourceParser; readonly sandbox: Pick<Sandbox, "read"> },
): Promise<Suspicion> {
  const wanted = new Set([...input.mentioned].flatMap(splitWords));
  const suspicion = new Map<string, FileSuspicion>();
  for (const path of input.files.slice(0, MAX_FILES)) {
    const text = (await sandbox.read(path))?.toString("utf8");
    const parsed = text === undefined ? null : await parser.parse(path, text);
    if (parsed?.status !== "parsed") continue;
    const lines = new Map<number, number>();
    for (const { name, node, text: body } of listFunctions(parsed.source)) {
      const own = name.split(/[.#]/).filter((part) => input.mentioned.has(part)).length > 0 ? NAMED : 0;
      const value = own + ALIKE * shareOf(body, wanted);
      for (let line = node.line; line <= node.endLine; line += 1)
        lines.set(line, Math.max(lines.get(line) ?? 0, value));
    }
    if (lines.size > 0) suspicion.set(path, { lines, rest: 0 });
  }
  return suspicion;
}

/** How many of a body's words the test has too. */
function shareOf(body: string, wanted: ReadonlySet<string>): number {
  const words = new Set((body.match(/[A-Za-z_$][\w$]*/g) ?? []).flatMap(splitWords));
  return words.size === 0 ? 0 : words.intersection(wanted).size / words.size;
}

/** `parseHTMLText` and `parse_html_text` are three words. */
function splitWords(name: string): readonly string[] {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
  return words.filter((word) => word.length > 1).map((word) => word.toLowerCase());
}
