import { splitOptions } from "../shell/split-options.ts";
import type { ShellSegment, ShellWord } from "../shell/split-shell.ts";
import { nodeValuedOptions } from "./node-options.ts";
import type { ToolCall } from "./tool.ts";

/** Programs that run another one and add what a gate does not want, such as coverage thresholds. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  nyc: [
    "--reporter",
    "-r",
    "--include",
    "-n",
    "--exclude",
    "-x",
    "--extension",
    "-e",
    "--require",
    "-i",
    "--cwd",
    "--report-dir",
    "--temp-dir",
    "-t",
    "--lines",
    "--branches",
    "--functions",
    "--statements",
  ],
  c8: [
    "--reporter",
    "-r",
    "--include",
    "-n",
    "--exclude",
    "-x",
    "--extension",
    "--reports-dir",
    "--report-dir",
    "-o",
    "--temp-directory",
    "--src",
    "--lines",
    "--branches",
    "--functions",
    "--statements",
  ],
  time: [],
};
/** Programs that look another one up; they stay part of the command. */
const LAUNCHERS: Readonly<Record<string, readonly string[]>> = {
  npx: [],
  bunx: [],
  pnpx: [],
  "pnpm exec": [],
  "yarn exec": [],
  "yarn run": [],
  yarn: [],
  "npm exec": [],
  "uv run": ["--with", "--extra", "--group", "--python", "-p"],
  "poetry run": [],
  "pipenv run": [],
  "hatch run": [],
};

/** A simple command as a call of a tool, with wrappers taken off and launchers seen through. Null without words. */
export function parseToolCall(segment: Pick<ShellSegment, "assignments" | "words">): ToolCall | null {
  let words = segment.words;
  const assignments = [...segment.assignments];
  for (;;) {
    const name = words[0]?.text ?? "";
    const valued = WRAPPERS[name];
    if (valued !== undefined) words = skipOptions(words.slice(1), valued);
    else if (name === "cross-env" || name === "env") {
      words = words.slice(1);
      while (/^\w+=/.test(words[0]?.text ?? "")) {
        assignments.push(...words.slice(0, 1).map(readAssignment));
        words = words.slice(1);
      }
    } else if ((name === "dotenv" || name === "dotenvx") && words.some(({ text }) => text === "--")) {
      words = words.slice(words.findIndex(({ text }) => text === "--") + 1);
    } else break;
  }
  if (words.length === 0) return null;
  const launcher = readLauncher(words);
  const rest = words.slice(launcher.length);
  const call = readProgram(rest);
  return { ...call, program: [...launcher, ...call.program], assignments };
}

function readLauncher(words: readonly ShellWord[]): readonly ShellWord[] {
  for (const length of [2, 1]) {
    const valued =
      LAUNCHERS[
        words
          .slice(0, length)
          .map(({ text }) => text)
          .join(" ")
      ];
    if (valued === undefined) continue;
    const rest = words.slice(length);
    const end = words.length - skipOptions(rest, valued).length;
    return end < words.length ? words.slice(0, words[end]?.text === "--" ? end + 1 : end) : [];
  }
  return [];
}

function readProgram(words: readonly ShellWord[]): Pick<ToolCall, "program" | "name" | "args"> {
  const [first, ...args] = words;
  const name = baseName(first?.text ?? "");
  const isNode = name === "node";
  const isPython = /^python[\d.]*$/.test(name);
  if (isNode) {
    const { positionals } = splitOptions(args, nodeValuedOptions);
    const script = /(?:^|\/)node_modules\/(?:\.bin\/)?((?:@[^/]+\/)?[^/]+)/.exec(positionals[0]?.text ?? "");
    if (script !== null && positionals[0] !== undefined) {
      const end = words.indexOf(positionals[0]) + 1;
      return { program: words.slice(0, end), name: baseName(script[1] ?? ""), args: words.slice(end) };
    }
  }
  if (isPython && args[0]?.text === "-m" && args[1] !== undefined) {
    return { program: words.slice(0, 3), name: args[1].text, args: args.slice(2) };
  }
  return { program: words.slice(0, 1), name: isPython ? "python" : name, args };
}

function readAssignment({ text, raw, isPlain }: ShellWord): ToolCall["assignments"][number] {
  const afterEquals = (word: string) => word.slice(word.indexOf("=") + 1);
  const name = text.slice(0, text.indexOf("="));
  return { name, value: { text: afterEquals(text), raw: afterEquals(raw), isPlain } };
}

function skipOptions(words: readonly ShellWord[], valued: readonly string[]): readonly ShellWord[] {
  let index = 0;
  while (index < words.length && words[index]?.text.startsWith("-") && words[index]?.text !== "--") {
    index += valued.includes(words[index]?.text ?? "") ? 2 : 1;
  }
  return words.slice(index);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:cmd|exe)$/, "");
}
