import { posix } from "node:path";
import { createLineLookup } from "../create-line-lookup.ts";
import type { ExportedName, ExportedNames } from "./exported-names.ts";

/** How each kind of file writes what it offers; the first group that matches is the name. */
const patterns: readonly { readonly files: RegExp; readonly exports: readonly RegExp[] }[] = [
  {
    files: /\.[cm]?[jt]sx?$/i,
    exports: [
      /^[ \t]*export\s+(?:(?:declare|async|abstract)\s+)*(?:function\s*\*?|class|const|let|var|interface|type|enum|namespace)\s+([\w$]+)/gm,
      /^[ \t]*export\s+(default)\b/gm,
      /^[ \t]*export\s*(?:type\s*)?(\{[^}]{0,5000}\}|\*[^;\n]*)/gm,
      /\bexports\s*(?:\.\s*([\w$]+)|\[([^\]\n]{0,200})\])\s*=(?!=)/g,
      /\bmodule\.(exports)\s*=(?!=)/g,
    ],
  },
  { files: /\.pyw?$/i, exports: [/^(?:async\s+)?(?:def|class)\s+([^\W_]\w*)/gm, /^(__all__)\b/gm] },
  {
    files: /\.go$/i,
    exports: [
      /^func\s+([A-Z]\w*)/gm,
      /^func\s+\(\s*(?:\w+\s+)?\*?([A-Z]\w*(?:\[[^\]]*\])?\)\s*[A-Z]\w*)/gm,
      /^(?:type|var|const)\s+([A-Z]\w*)/gm,
    ],
  },
  {
    files: /\.rs$/i,
    exports: [
      /\bpub\s+(?:(?:async|unsafe|const|default|extern(?:\s+"[^"]*")?)\s+)*(?:fn|struct|enum|trait|type|static|mod|union|macro)\s+(?:mut\s+)?(\w+)/g,
      /\bpub\s+const\s+([A-Z]\w*)/g,
      /\bpub\s+use\s+([^;]{1,1000})/g,
      /#\[macro_export[^\]]*\]\s*macro_rules!\s*(\w+)/g,
    ],
  },
];

/** What a file offers by its text alone, for languages without a grammar and files that do not parse. Pure. */
export function listTextExports(path: string, text: string): ExportedNames {
  const known = patterns.find(({ files }) => files.test(posix.basename(path)));
  const code = /\.go$/i.test(path) ? openGoBlocks(blankComments(path, text)) : blankComments(path, text);
  // What a Go program of its own offers, nobody can import.
  const isProgram = /\.go$/i.test(path) && /^package\s+main\b/m.test(code);
  const lineAt = createLineLookup(code);
  const found = (isProgram ? [] : (known?.exports ?? [])).flatMap((pattern) =>
    [...code.matchAll(pattern)].flatMap((match): readonly ExportedName[] => {
      const name = (match[1] ?? match[2] ?? "").replace(/\s+/g, " ").trim();
      return name === "" ? [] : [{ name, line: lineAt(match.index + Math.max(0, match[0].indexOf(name))) }];
    }),
  );
  return { exported: found, reachable: new Set(found.map(({ name }) => name)), isExplicit: true };
}

/** The text with each line inside `var ( … )` and the like as a declaration of its own. */
function openGoBlocks(text: string): string {
  let keyword: string | null = null;
  const lines = text.split("\n").map((line) => {
    const opened = /^(type|var|const)\s*\(\s*$/.exec(line)?.[1];
    if (opened !== undefined) keyword = opened;
    if (line.startsWith(")")) keyword = null;
    // A deeper line is part of what the one above declares.
    return keyword === null ? line : line.replace(/^(?:\t| {4})(?=[A-Z])/, `${keyword} `);
  });
  return lines.join("\n");
}

/**
 * The text of a file with its block comments and comment lines blank, every other character at its place. For what has
 * no syntax tree: a comment's beginning in a string is taken for one. Pure.
 */
function blankComments(path: string, text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, " ");
  if (/\.pyw?$/i.test(path)) return text.replace(/^[ \t]*#.*$/gm, blank);
  const code = text.replace(/^[ \t]*\/\/.*$/gm, blank);
  const parts: string[] = [];
  let at = 0;
  for (let start = code.indexOf("/*"); start !== -1; start = code.indexOf("/*", at)) {
    const found = code.indexOf("*/", start + 2);
    const end = found === -1 ? code.length : found + 2;
    parts.push(code.slice(at, start), blank(code.slice(start, end)));
    at = end;
  }
  return parts.join("") + code.slice(at);
}
