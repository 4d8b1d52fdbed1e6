import { posix } from "node:path";

const interpreter = /^(node|nodejs|bun|deno|tsx|ts-node|python[\d.]*|pypy3?|sh|bash|zsh|ruby|perl|php)$/;

/**
 * The files that a command runs as programs: `node scripts/lint.mjs`, `./run.sh`. Relative to the repository's root;
 * `cwd` is where the command runs. A runner's own arguments (`node --test a.js`, `pytest a.py`) are none. Pure.
 */
export function listNamedScripts(command: string | readonly string[], cwd: string): readonly string[] {
  const commands = typeof command === "string" ? splitCommands(command) : [command];
  return commands.flatMap((words) => {
    const script = findScript(words);
    if (script === null) return [];
    const path = posix.join(cwd, script);
    return path.startsWith("../") || posix.isAbsolute(script) ? [] : [path];
  });
}

function splitCommands(command: string): readonly (readonly string[])[] {
  return command
    .split(/&&|\|\||[;|&\n]/)
    .map((part) =>
      (part.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, "")),
    );
}

function findScript(words: readonly string[]): string | null {
  const start = words.findIndex((word) => !/^\w+=/.test(word) && word !== "exec" && word !== "env");
  const [program = "", ...rest] = start === -1 ? [] : words.slice(start);
  if (!interpreter.test(posix.basename(program)))
    return /^\.{0,2}[\w./-]*\/[\w./-]+$/.test(program) ? program : null;
  // After these the argument is code, a module or a test file, not a program of the repository.
  const isOther = rest.some((word) => /^(-e|-c|-m|-p|--eval|--print|--test\b.*|test)$/.test(word));
  const script = isOther ? undefined : rest.find((word) => !word.startsWith("-") && word !== "run");
  return script === undefined || !/[./]/.test(script) || script.includes("{") ? null : script;
}
