import { createLineLookup } from "../create-line-lookup.ts";
import type { ImportedModule } from "./imported-module.ts";

/** How each kind of file writes an import; the first group that matches is the module. */
const patterns: readonly { readonly files: RegExp; readonly imports: readonly RegExp[] }[] = [
  {
    files: /\.([cm]?[jt]sx?|vue|svelte|astro)$/i,
    imports: [
      /\bfrom\s{0,9}["']([^"'\n]{1,300})["']/g,
      /\b(?:import|require)\s{0,9}\(?\s{0,9}["'`]([^"'`\n]{1,300})["'`]/g,
    ],
  },
  { files: /\.pyw?$/i, imports: [/^[ \t]*(?:import|from)[ \t]+([\w.]+)/gm] },
  {
    files: /\.go$/i,
    imports: [
      /^import[ \t]+(?:[\w.]+[ \t]+)?"([^"\n]{1,300})"/gm,
      /^[ \t]+(?:[\w.]+[ \t]+)?"([^"\n]{1,300})"[ \t]*$/gm,
    ],
  },
  {
    files: /\.rs$/i,
    imports: [
      /^[ \t]*(?:pub(?:\([^)\n]*\))?[ \t]+)?use[ \t]+(?:::)?(\w+)::/gm,
      /\bextern[ \t]+crate[ \t]+(\w+)/g,
    ],
  },
];

/** The modules that a file imports by its text alone, for languages without a grammar and what does not parse. Pure. */
export function listTextImports(path: string, text: string): readonly ImportedModule[] {
  const known = patterns.find(({ files }) => files.test(path));
  // Lines of a comment alone: who looks for the ends of comments can be led astray by a string that holds one.
  const code = text.replace(/^[ \t]*(?:\/\/|\*(?!\/)|#(?!\[)).*$/gm, (line) => " ".repeat(line.length));
  const lineAt = createLineLookup(code);
  return (known?.imports ?? []).flatMap((pattern) =>
    [...code.matchAll(pattern)].map(({ 1: specifier = "", index }) => ({ specifier, line: lineAt(index) })),
  );
}
