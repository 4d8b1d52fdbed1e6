/** The languages that operators can edit; `tsx` is TypeScript with JSX, `javascript` takes JSX as it is. */
export const languages = ["javascript", "typescript", "tsx", "python"] as const;
export type Language = (typeof languages)[number];

/** JavaScript and its dialects, for operators that treat them alike. */
export const scriptLanguages = ["javascript", "typescript", "tsx"] as const satisfies readonly Language[];

const byExtension: Readonly<Record<string, Language>> = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  py: "python",
};

/** The language of a file by its extension, or null. Declaration files (`.d.ts`) hold no code and have none. */
export function languageOf(path: string): Language | null {
  if (/\.d\.[cm]?ts$/.test(path)) return null;
  return byExtension[/\.([a-z]+)$/.exec(path)?.[1] ?? ""] ?? null;
}
