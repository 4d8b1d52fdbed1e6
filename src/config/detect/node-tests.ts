import picomatch from "picomatch";
import { completeGate } from "../gate-defaults.ts";
import { plainWord } from "../shell/plain-word.ts";
import { splitShell } from "../shell/split-shell.ts";
import { parseToolCall } from "../tools/parse-tool-call.ts";
import { type ToolName, tools } from "../tools/registry.ts";
import { findBuild } from "./find-build.ts";
import { findScriptCalls, type ScriptCall } from "./find-script-calls.ts";
import { folderPath } from "./folder-path.ts";
import { nameGate } from "./gate-name.ts";
import { localiseCall } from "./localise-call.ts";
import type { NodePackage } from "./node-package.ts";
import { hasDependency } from "./package-json.ts";
import type { Detection, FoundGate } from "./project.ts";

type Source = Pick<ScriptCall, "toolName" | "tool" | "call" | "builds"> & {
  readonly reason: string;
  readonly base: string;
};

const NODE_TEST_FILE =
  /(?:^|\/)(?:test\.|test-[^/]*\.|[^/]*[._-]test\.)[cm]?[jt]s$|(?:^|\/)test\/.*\.[cm]?[jt]s$/;
/** What starts the tests of the packages of a workspace, which are gates of their own. */
const DELEGATES =
  /\s(?:-r|--recursive|--workspaces|-ws|--filter|-F|workspaces?)(?:[\s=]|$)|(?:^|\s)(?:turbo|lerna|nx|rush|wsrun|ultra)\s/;

/** The test gates of a Node package: from its scripts, else from its dependencies, else from its test files. */
export async function findNodeTests(input: NodePackage): Promise<Detection> {
  const { folder, manifest } = input;
  const file = folderPath(folder, "package.json");
  const script = manifest.scripts.test ?? "";
  const isPlaceholder = script === "" || script.includes("no test specified");
  const sources = findScriptSources(input);
  const direct = sources.length > 0 ? [] : await findRunFile(input);
  const guessed = isPlaceholder && sources.length === 0 ? await guessRunner(input) : [];
  const gates = await Promise.all(
    nameApart([...sources, ...direct, ...guessed]).map((source) => toGate(source, input)),
  );
  const found = gates.filter((gate) => gate !== null);
  if (found.length > 0 || isPlaceholder) return { found, notes: [] };
  if (DELEGATES.test(script)) {
    return {
      found: [],
      notes: [`${file}: scripts.test starts the packages' own tests, which are gates by themselves`],
    };
  }
  const spec = completeGate({
    name: nameGate("tests", folder),
    kind: "command",
    command: ["npm", "run", "--silent", "test"],
    cwd: folder,
  });
  const note = `${file}: no known runner is seen in scripts.test (${script}); it counts by its exit code alone`;
  return {
    found: [
      { spec, reason: `exit code of scripts.test in ${file}`, requires: [{ kind: "program", name: "npm" }] },
    ],
    notes: [note],
  };
}

function findScriptSources({ folder, manifest }: NodePackage): readonly Source[] {
  const others = Object.keys(manifest.scripts).filter(
    (name) => /^(?:tests?|unit)\b/.test(name) && !/watch|cov|e2e/.test(name),
  );
  for (const name of ["test", ...others]) {
    const calls = findScriptCalls(manifest.scripts, name).filter(({ tool }) => tool.kind === "tests");
    if (calls.length === 0) continue;
    return calls.map((call) => ({
      ...call,
      base: call.script.startsWith("test:") ? `tests:${call.script.slice("test:".length)}` : "tests",
      reason: `${call.toolName}, from scripts.${call.script} in ${folderPath(folder, "package.json")}`,
    }));
  }
  return [];
}

/** `node test/index.js`: the file says which runner it is written for. */
async function findRunFile(input: NodePackage): Promise<readonly Source[]> {
  const { folder, manifest, files, project } = input;
  for (const segment of splitShell(manifest.scripts.test ?? "") ?? []) {
    const call = parseToolCall(segment);
    if (call?.name !== "node") continue;
    const operand = call.args.find(({ text }) => !text.startsWith("-"))?.text.replace(/^\.\//, "") ?? "";
    const path = [operand, `${operand}.js`, `${operand}/index.js`].find((name) => files.includes(name));
    const text = path === undefined ? null : await project.read(folderPath(folder, path));
    if (path === undefined || text === null) continue;
    const reason = `from scripts.test in ${folderPath(folder, "package.json")}`;
    if (/["']tape["']/.test(text)) return [makeSource("tape", [path], `tape, ${reason}`)];
    if (/["']node:test["']/.test(text))
      return [makeSource("node-test", ["--test", path], `node-test, ${reason}`)];
  }
  return [];
}

/** Without a script: the runner among the dependencies, else test files that import `node:test`. */
async function guessRunner(input: NodePackage): Promise<readonly Source[]> {
  const { folder, manifest, files, project } = input;
  for (const name of ["vitest", "jest", "mocha"] as const) {
    if (hasDependency(manifest, name)) {
      return [makeSource(name, [], `${name}, a dependency in ${folderPath(folder, "package.json")}`)];
    }
  }
  for (const file of files.filter((path) => NODE_TEST_FILE.test(path)).slice(0, 50)) {
    const text = (await project.read(folderPath(folder, file))) ?? "";
    if (/["']node:test["']/.test(text)) {
      return [makeSource("node-test", ["--test"], `node-test, which ${folderPath(folder, file)} imports`)];
    }
  }
  return [];
}

function makeSource(toolName: ToolName, args: readonly string[], reason: string): Source {
  const name = toolName === "node-test" ? "node" : toolName;
  const call = { program: [plainWord(name)], name, args: args.map(plainWord), assignments: [] };
  return { toolName, tool: tools[toolName], call, builds: [], reason, base: "tests" };
}

function nameApart(sources: readonly Source[]): readonly Source[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    let base = source.base;
    for (let number = 2; taken.has(base); number += 1) base = `${source.base}-${number}`;
    taken.add(base);
    return { ...source, base };
  });
}

async function toGate(source: Source, input: NodePackage): Promise<FoundGate | null> {
  const { call, requires } = await localiseCall(source.call, input);
  const { files, ...instrumented } = source.tool.instrument(call);
  if (files !== undefined && !input.files.some((file) => picomatch.isMatch(file, [...files]))) return null;
  const { runner, format } = source.tool;
  const spec = completeGate({
    name: nameGate(source.base, input.folder),
    kind: "tests",
    cwd: input.folder,
    format,
    before: await findBuild(source, input),
    ...instrumented,
    ...(files === undefined ? {} : { files }),
    ...(runner === undefined ? {} : { runner }),
  });
  return { spec, reason: source.reason, requires };
}
