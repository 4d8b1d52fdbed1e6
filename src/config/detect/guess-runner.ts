import { splitShell } from "../shell/split-shell.ts";
import { parseToolCall } from "../tools/parse-tool-call.ts";
import type { ToolName } from "../tools/registry.ts";
import type { ScriptCall } from "./find-script-calls.ts";
import { folderPath } from "./folder-path.ts";
import type { NodePackage } from "./node-package.ts";
import { hasDependency } from "./package-json.ts";
import { plainCall } from "./plain-call.ts";

/** A call of a test runner, and why it is made. */
export type RunnerSource = Pick<ScriptCall, "toolName" | "call" | "builds"> & { readonly reason: string };

const READ_TESTS = 50;
const TEST_FILE = /(?:^|\/)(?:test\.|test-[^/]*\.|[^/]*[._-]test\.)[cm]?[jt]s$|(?:^|\/)test\/.*\.[cm]?[jt]s$/;

/**
 * The runner of a package whose scripts do not show it: what the file that `node test/index.js` runs is written for;
 * with no test script at all, the runner among the dependencies, or node:test where test files import it.
 */
export async function guessRunner(
  input: NodePackage,
  { isScriptMissing }: { readonly isScriptMissing: boolean },
): Promise<RunnerSource | null> {
  return isScriptMissing ? findRunner(input) : findRunFile(input);
}

/** `node test/index.js`: the file says which runner it is written for. */
async function findRunFile(input: NodePackage): Promise<RunnerSource | null> {
  const { folder, manifest, files, project } = input;
  for (const segment of splitShell(manifest.scripts.test ?? "") ?? []) {
    const call = parseToolCall(segment);
    if (call?.name !== "node") continue;
    const operand = call.args.find(({ text }) => !text.startsWith("-"))?.text.replace(/^\.\//, "") ?? "";
    const path = [operand, `${operand}.js`, `${operand}/index.js`].find((name) => files.includes(name));
    const text = path === undefined ? null : await project.read(folderPath(folder, path));
    if (path === undefined || text === null) continue;
    const reason = `from scripts.test in ${folderPath(folder, "package.json")}`;
    if (/["']tape["']/.test(text)) return makeSource("tape", [path], `tape, ${reason}`);
    if (/["']node:test["']/.test(text))
      return makeSource("node-test", ["--test", path], `node-test, ${reason}`);
  }
  return null;
}

/** Without a script: the runner among the dependencies, else test files that import `node:test`. */
async function findRunner(input: NodePackage): Promise<RunnerSource | null> {
  const { folder, manifest, files, project } = input;
  for (const name of ["vitest", "jest", "mocha"] as const) {
    if (hasDependency(manifest, name)) {
      return makeSource(name, [], `${name}, a dependency in ${folderPath(folder, "package.json")}`);
    }
  }
  for (const file of files.filter((path) => TEST_FILE.test(path)).slice(0, READ_TESTS)) {
    const text = (await project.read(folderPath(folder, file))) ?? "";
    if (/["']node:test["']/.test(text)) {
      return makeSource("node-test", ["--test"], `node-test, which ${folderPath(folder, file)} imports`);
    }
  }
  return null;
}

function makeSource(toolName: ToolName, args: readonly string[], reason: string): RunnerSource {
  const name = toolName === "node-test" ? "node" : toolName;
  const call = plainCall(name, [name], args);
  return { toolName, call, builds: [], reason };
}
