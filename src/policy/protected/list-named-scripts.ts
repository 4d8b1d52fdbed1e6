import { posix } from "node:path";

const interpreter = /^(node|nodejs|bun|deno|tsx|ts-node|python[\d.]*|pypy3?|sh|bash|zsh|ruby|perl|php)$/;

const preload = /^(-r|--require|--import|--(experimental-)?loader|--preload)$/;

/**
 * The files that a command runs as programs or loads ahead: `node scripts/lint.mjs`, `mocha -r ./a.js`. Relative to
 * the repository's root; `cwd` is where the command runs. A runner's own arguments (`node --test a.js`, `pytest a.py`)
 * are none. Pure.
 */
export function listNamedScripts(command: string | readonly string[], cwd: string): readonly string[] {
  const commands = typeof command === "string" ? splitCommands(command) : [command];
  return commands
    .flatMap((words) => [...findScript(words), ...findPreloaded(words)])
    .filter((script) => !posix.isAbsolute(script))
    .map((script) => posix.join(cwd, script))
    .filter((path) => !path.startsWith("../"));
}

function splitCommands(command: string): readonly (readonly string[])[] {
  return command
    .split(/&&|\|\||[;|&\n]/)
    .map((part) =>
      (part.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, "")),
    );
}

function findScript(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !/^\w+=/.test(word) && word !== "exec" && word !== "env");
  const [program = "", ...rest] = start === -1 ? [] : words.slice(start);
  if (!interpreter.test(posix.basename(program)))
    return /^\.{0,2}[\w./-]*\/[\w./-]+$/.test(program) ? [program] : [];
  // After these the argument is code, a module or a test file, not a program of the repository.
  const isOther = rest.some((word) => /^(-e|-c|-m|-p|--eval|--print|--test\b.*|test)$/.test(word));
  const script = isOther
    ? undefined
    : rest.find((word, at) => !word.startsWith("-") && word !== "run" && !preload.test(rest[at - 1] ?? ""));
  return script === undefined || !/[./]/.test(script) || script.includes("{") ? [] : [script];
}

/** Files that an option of Node or of a runner loads ahead of everything else. */
function findPreloaded(words: readonly string[]): readonly string[] {
  const named = words.flatMap((word, at) => {
    const [option = "", value] = word.split("=", 2);
    return preload.test(option) ? [value ?? words[at + 1] ?? ""] : [];
  });
  return named.filter((name) => /^\.{1,2}\//.test(name));
}
