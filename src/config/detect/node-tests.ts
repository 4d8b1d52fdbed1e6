import { completeGate } from "../gate-defaults.ts";
import { chooseTapeFiles } from "./choose-tape-files.ts";
import { dropRepeats } from "./drop-repeats.ts";
import { findBuild } from "./find-build.ts";
import { findScriptCalls } from "./find-script-calls.ts";
import { folderPath } from "./folder-path.ts";
import { nameGate } from "./gate-name.ts";
import { guessRunner, type RunnerSource } from "./guess-runner.ts";
import { localiseCall } from "./localise-call.ts";
import { makeGate } from "./make-gate.ts";
import type { NodePackage } from "./node-package.ts";
import type { Detection, FoundGate } from "./project.ts";

type Source = RunnerSource & { readonly base: string };

/** What starts the tests of the packages of a workspace, which are gates of their own. */
const DELEGATES =
  /\s(?:-r|--recursive|--workspaces|-ws|--filter|-F|workspaces?)(?:[\s=]|$)|(?:^|\s)(?:turbo|lerna|nx|rush|wsrun|ultra)\s/;

/** The test gates of a Node package: from its scripts, else from its dependencies, else from its test files. */
export async function findNodeTests(input: NodePackage): Promise<Detection> {
  const { folder, manifest } = input;
  const file = folderPath(folder, "package.json");
  const script = manifest.scripts.test ?? "";
  const isScriptMissing = script === "" || script.includes("no test specified");
  const sources = findScriptSources(input);
  const guess = sources.length > 0 ? null : await guessRunner(input, { isScriptMissing });
  const named = nameApart(guess === null ? sources : [{ ...guess, base: "tests" }]);
  const gates = await Promise.all(named.map((source) => toGate(source, input)));
  const found = dropRepeats(gates.filter((gate) => gate !== null));
  if (found.length > 0 || isScriptMissing) return { found, notes: [] };
  if (DELEGATES.test(script)) {
    return {
      found: [],
      notes: [`${file}: scripts.test starts the packages' own tests, each a gate of its own`],
    };
  }
  const note = `${file}: no known runner is seen in scripts.test (${script}); it counts by its exit code alone`;
  return { found: [toExitCodeGate(folder, file)], notes: [note] };
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
      base:
        calls.length > 1 && call.script.startsWith("test:")
          ? `tests:${call.script.slice("test:".length)}`
          : "tests",
      reason: `${call.toolName}, from scripts.${call.script} in ${folderPath(folder, "package.json")}`,
    }));
  }
  return [];
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
  const { toolName, base, builds } = source;
  const before = await findBuild(source, input);
  // As people write them: what really runs may carry a PATH.
  const built = [...new Set(builds.length > 0 ? builds : before)]
    .join(", ")
    .replaceAll("npm run --silent ", "npm run ");
  const reason = built === "" ? source.reason : `${source.reason}, after ${built}`;
  const gate = makeGate({ toolName, call, base, before, reason, requires, folder: input.folder });
  if (gate.spec.files === undefined) return gate;
  const files = await chooseTapeFiles(gate.spec.files, input);
  return files === null ? null : { ...gate, spec: { ...gate.spec, files } };
}

function toExitCodeGate(folder: string, file: string): FoundGate {
  const command = ["npm", "run", "--silent", "test"];
  return {
    spec: completeGate({ name: nameGate("tests", folder), kind: "command", command, cwd: folder }),
    written: command,
    reason: `exit code of scripts.test in ${file}`,
    requires: [{ kind: "program", name: "npm" }],
  };
}
