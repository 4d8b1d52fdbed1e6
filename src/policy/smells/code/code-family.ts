/** Languages by how their code is read for smells. Only `script` and `python` have syntax trees. */
export type CodeFamily =
  | "script"
  | "python"
  | "go"
  | "rust"
  | "ruby"
  | "php"
  | "jvm"
  | "c"
  | "csharp"
  | "shell"
  | "other";

const byExtension: Readonly<Record<string, CodeFamily>> = {
  ...family("script", "js mjs cjs jsx ts mts cts tsx es6 es vue svelte astro html htm coffee"),
  ...family("python", "py pyw pyi pyx pxd ipynb"),
  ...family("go", "go"),
  ...family("rust", "rs"),
  ...family("ruby", "rb rake erb"),
  ...family("php", "php phtml inc"),
  ...family("jvm", "java kt kts scala groovy clj"),
  ...family("c", "c h cc cpp cxx hpp hh m mm"),
  ...family("csharp", "cs fs vb"),
  ...family("shell", "sh bash zsh fish ksh ps1 bat cmd"),
  ...family(
    "other",
    "lua pl pm swift dart ex exs erl hs ml mli nim zig jl r cr d vala tcl el lisp scm rkt wat",
  ),
};

const byShebang: readonly (readonly [RegExp, CodeFamily])[] = [
  [/\b(node|deno|bun|tsx|zx)\b/, "script"],
  [/\bpython/, "python"],
  [/\bruby/, "ruby"],
  [/\bphp/, "php"],
  [/\b(ba|z|k|da|fi)?sh\b/, "shell"],
];

/** The family of a file by its extension, else by its first line; null for text and data, which do not run. Pure. */
export function codeFamilyOf(path: string, text: string): CodeFamily | null {
  if (/\.d\.[cm]?ts$/i.test(path)) return null;
  const extension = /\.([a-z0-9]+)$/i.exec(path.slice(path.lastIndexOf("/") + 1))?.[1]?.toLowerCase();
  if (extension !== undefined && byExtension[extension] !== undefined) return byExtension[extension];
  const first = /^#!.*/.exec(text)?.[0];
  if (first === undefined) return null;
  return byShebang.find(([pattern]) => pattern.test(first))?.[1] ?? "other";
}

/** A path by which a parser knows a file's language where its own name does not say it. Pure. */
export function parserPathOf(path: string, of: CodeFamily): string {
  const lower = path.toLowerCase();
  if (of === "python") return /\.(py)$/.test(lower) ? lower : `${lower}.py`;
  return /\.([cm]?[jt]sx?)$/.test(lower) || /\.[a-z0-9]+$/.test(lower) ? lower : `${lower}.js`;
}

function family(name: CodeFamily, extensions: string): Record<string, CodeFamily> {
  return Object.fromEntries(extensions.split(" ").map((extension) => [extension, name]));
}
