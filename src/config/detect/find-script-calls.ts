import { type ShellSegment, splitShell } from "../shell/split-shell.ts";
import { type FoundCall, findToolCall } from "../tools/find-tool-call.ts";

type Scripts = Readonly<Record<string, string>>;

/** A known tool that a package script starts, directly or through other scripts. */
export type ScriptCall = FoundCall & {
  /** The script whose text holds the call. */
  readonly script: string;
  /** The commands ahead of it that build something, as they are written. */
  readonly builds: readonly string[];
};

const DEEPEST = 8;
const BUILD_SCRIPT =
  /^(?:pre)?(?:build|compile|transpile|bundle|generate|codegen|prepare|prepack)(?:$|[:._-])/;
const BUILD_PROGRAM =
  /(?:^|\s|\/)(?:tsc|tsup|tsdown|rollup|webpack|esbuild|swc|babel|unbuild|ncc|rslib|vite build|parcel build)(?:\s|$)/;

/** The known tools that a script starts, in order, with `pre` scripts, `npm run …` and `run-s …` followed. */
export function findScriptCalls(scripts: Scripts, name: string): readonly ScriptCall[] {
  return follow(scripts, name, []).calls;
}

type Followed = { readonly calls: readonly ScriptCall[]; readonly builds: readonly string[] };

function follow(scripts: Scripts, name: string, path: readonly string[]): Followed {
  const text = scripts[name];
  if (text === undefined || path.includes(name) || path.length >= DEEPEST) return { calls: [], builds: [] };
  const inner = [...path, name];
  const before = follow(scripts, `pre${name}`, inner);
  let builds = before.builds;
  const calls = [...before.calls];
  for (const segment of splitShell(text) ?? []) {
    const found = findToolCall(segment);
    if (found !== null && !isBuild(segment)) {
      calls.push({ ...found, script: name, builds });
      continue;
    }
    const names = findRunScripts(segment, scripts);
    if (names.length === 0 && isBuild(segment)) builds = [...builds, segment.raw];
    for (const next of names) {
      if (BUILD_SCRIPT.test(next)) {
        builds = [...builds, `npm run --silent ${next}`];
        continue;
      }
      const followed = follow(scripts, next, inner);
      calls.push(...followed.calls.map((call) => ({ ...call, builds: [...builds, ...call.builds] })));
      builds = [...builds, ...followed.builds];
    }
  }
  return { calls, builds };
}

function isBuild({ raw }: ShellSegment): boolean {
  return BUILD_PROGRAM.test(raw) && !/--no-?emit\b/i.test(raw);
}

/** The scripts of this package that a command runs: `npm run -s x`, `pnpm x`, `yarn x`, `run-s a b`, `npm-run-all`. */
function findRunScripts({ words }: ShellSegment, scripts: Scripts): readonly string[] {
  const [program = "", ...rest] = words.map(({ text }) => text);
  const names = rest.filter((word) => !word.startsWith("-"));
  if (["run-s", "run-p", "npm-run-all", "npm-run-all2", "concurrently"].includes(program)) {
    return names.flatMap((name) => expandScript(name.replace(/^npm:/, ""), scripts));
  }
  if (!["npm", "pnpm", "yarn", "bun"].includes(program)) return [];
  // With a workspace or folder named, the script is another package's.
  if (
    rest.some((word) =>
      /^(?:-r|--recursive|--workspaces?|-ws|-w|--filter|-F|--prefix|-C|--cwd)(?:=|$)/.test(word),
    )
  )
    return [];
  const [first = "", second = ""] = names;
  if (first === "run" || first === "run-script") return second in scripts ? [second] : [];
  if (program === "npm") return ["test", "t", "tst"].includes(first) ? ["test"] : [];
  return first in scripts ? [first] : [];
}

function expandScript(pattern: string, scripts: Scripts): readonly string[] {
  if (!pattern.includes("*")) return pattern in scripts ? [pattern] : [];
  const prefix = pattern.slice(0, pattern.indexOf("*"));
  return Object.keys(scripts).filter((name) => name.startsWith(prefix));
}
