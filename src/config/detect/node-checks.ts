import type { ToolName } from "../tools/registry.ts";
import type { ToolCall } from "../tools/tool.ts";
import { findScriptCalls } from "./find-script-calls.ts";
import { folderPath } from "./folder-path.ts";
import { localiseCall } from "./localise-call.ts";
import { makeGate } from "./make-gate.ts";
import type { NodePackage } from "./node-package.ts";
import { hasDependency } from "./package-json.ts";
import { plainCall } from "./plain-call.ts";
import type { FoundGate } from "./project.ts";

type Check = {
  readonly toolName: Extract<ToolName, "eslint" | "biome" | "tsc">;
  /** The package that has to be a dependency where no script starts the tool. */
  readonly dependency: string;
  /** The file that shows that the tool is set up here. */
  readonly configFile: RegExp;
  /** Scripts in which its call is looked for. */
  readonly scripts: RegExp;
  readonly args: readonly string[];
};

const CHECKS: readonly Check[] = [
  {
    toolName: "eslint",
    dependency: "eslint",
    configFile: /^(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\.(?:[cm]?js|json|ya?ml))?)$/,
    scripts: /^(?:lint|eslint|check|test|posttest|pretest)\b/,
    args: ["."],
  },
  {
    toolName: "biome",
    dependency: "@biomejs/biome",
    configFile: /^\.?biome\.jsonc?$/,
    scripts: /^(?:lint|biome|check|ci|test|pretest)\b/,
    args: ["lint"],
  },
  {
    toolName: "tsc",
    dependency: "typescript",
    configFile: /^tsconfig\.json$/,
    scripts: /^(?:type-?check|types?|tsc|check|lint)\b/,
    args: [],
  },
];

/** The lint and type gates of a Node package: as its scripts start the tools, else where they are set up. */
export async function findNodeChecks(input: NodePackage): Promise<readonly FoundGate[]> {
  const found: FoundGate[] = [];
  for (const check of CHECKS) {
    const source = findInScripts(check, input) ?? findInFiles(check, input);
    if (source === null) continue;
    const { call, requires } = await localiseCall(source.call, input);
    const { toolName } = check;
    found.push(makeGate({ toolName, call, folder: input.folder, reason: source.reason, requires }));
  }
  return found;
}

type Source = { readonly call: ToolCall; readonly reason: string };

function findInScripts({ toolName, scripts }: Check, { folder, manifest }: NodePackage): Source | null {
  for (const name of Object.keys(manifest.scripts)) {
    if (!scripts.test(name) || /fix|watch|staged/.test(name)) continue;
    const found = findScriptCalls(manifest.scripts, name).find((call) => call.toolName === toolName);
    if (found !== undefined) {
      const file = folderPath(folder, "package.json");
      return { call: found.call, reason: `${toolName}, from scripts.${found.script} in ${file}` };
    }
  }
  return null;
}

function findInFiles(check: Check, { folder, files, manifest, rootManifest }: NodePackage): Source | null {
  const file = files.find((name) => check.configFile.test(name));
  const isDependency = [manifest, rootManifest].some(
    (candidate) => candidate !== null && hasDependency(candidate, check.dependency),
  );
  if (file === undefined || !isDependency) return null;
  const call = plainCall(check.toolName, [check.toolName], check.args);
  return { call, reason: `${check.toolName}, set up by ${folderPath(folder, file)}` };
}
