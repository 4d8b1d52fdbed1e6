import type { ChildProcess } from "node:child_process";
import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { nameAction } from "../../../src/name-action.ts";
import { parseOutputs } from "../run-action.ts";
import { readActionDefaults } from "../workflow/read-workflow.ts";
import { fillAll, type StepEnd, type StepRun } from "../workflow/run-job.ts";
import type { RigRun } from "./keep-runs.ts";
import type { GitHubRig } from "./open-github-rig.ts";

const done: StepEnd = { isFailed: false, outputs: {} };
const actions = { "": "campaign", verify: "verify", publish: "publish" } as const;

/** `gh api PATH --jq '"sha=" + .head_sha'`, and nothing else that gh can do. */
const gh = `#!/usr/bin/env node
const [command, place, option, filter] = process.argv.slice(2);
if (command !== "api" || option !== "--jq" || filter !== '"sha=" + .head_sha') throw new Error(process.argv.join(" "));
const headers = { authorization: "Bearer " + process.env.GH_TOKEN };
const answer = await fetch(process.env.GITHUB_API_URL + "/" + place, { headers });
if (!answer.ok) throw new Error("HTTP " + answer.status);
console.log("sha=" + (await answer.json()).head_sha);
`;

/**
 * Runs steps of Nightshift's workflows as GitHub would, against the rig: its own actions from dist/, artifacts of the
 * rig's runs, scripts by bash. A step that the workflows do not have is an error.
 */
export function createStepRun(run: RigRun, rig: GitHubRig, onStart?: (child: ChildProcess) => void): StepRun {
  return async (step, machine) => {
    const { inputs, uses = "" } = step;
    const [name = ""] = uses.split("@");
    switch (name) {
      case "":
        return await runScript(step, machine, rig);
      case "actions/checkout": {
        if (inputs["persist-credentials"] !== "false") throw new Error("a checkout keeps its credentials");
        machine.about.workspace = await rig.checkOut();
        if (inputs.ref !== undefined)
          execFileSync("git", ["-C", machine.about.workspace, "checkout", "-q", inputs.ref]);
        return done;
      }
      case "actions/upload-artifact":
        return upload(inputs, run, rig);
      case "actions/download-artifact":
        return download(inputs, run, rig);
      default: {
        const place = Object.keys(actions).find((each) => uses === nameAction(each));
        if (place === undefined) throw new Error(`no step of Nightshift's workflows: ${uses}`);
        const given = { ...fillAll(readActionDefaults(place), step.scope), ...inputs };
        const options = onStart === undefined ? {} : { onStart };
        const end = await machine.runner.run(actions[place as keyof typeof actions], given, options);
        return { isFailed: end.code !== 0, outputs: end.outputs, end };
      }
    }
  };
}

async function runScript(
  { run = "", env }: Parameters<StepRun>[0],
  { runner }: Parameters<StepRun>[1],
  { proxy }: GitHubRig,
): Promise<StepEnd> {
  const bin = path.join(runner.temporary, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, "gh.mjs"), gh);
  writeFileSync(path.join(bin, "gh"), `#!/bin/sh\nexec "${process.execPath}" "${bin}/gh.mjs" "$@"\n`);
  chmodSync(path.join(bin, "gh"), 0o755);
  const output = path.join(runner.temporary, "step-output");
  writeFileSync(output, "");
  const variables = { GITHUB_OUTPUT: output, GITHUB_API_URL: proxy.url, GITHUB_REPOSITORY: "octo/project" };
  try {
    await promisify(execFile)("bash", ["-e", "-c", run], {
      env: { PATH: `${bin}:${process.env.PATH}`, ...variables, ...env },
    });
    return { isFailed: false, outputs: parseOutputs(readFileSync(output, "utf8")) };
  } catch {
    return { isFailed: true, outputs: {} };
  }
}

function upload(inputs: Parameters<StepRun>[0]["inputs"], run: RigRun, { runs }: GitHubRig): StepEnd {
  const { name = "", path: place = "" } = inputs;
  const isThere = place !== "" && existsSync(place);
  if (isThere) runs.upload(run.id, name, zip(place));
  return { isFailed: !isThere && inputs["if-no-files-found"] === "error", outputs: {} };
}

function download(inputs: Parameters<StepRun>[0]["inputs"], run: RigRun, { runs }: GitHubRig): StepEnd {
  const { name = "", path: folder = "" } = inputs;
  const found = runs.findZip(Number(inputs["run-id"] ?? run.id), name);
  if (found === null) return { isFailed: true, outputs: {} };
  mkdirSync(folder, { recursive: true });
  if (inputs["skip-decompress"] === "true") writeFileSync(path.join(folder, `${name}.zip`), found);
  else
    for (const [file, content] of Object.entries(unzipSync(found)))
      writeFileSync(path.join(folder, file), content);
  return done;
}

/** As the artifact's action does: a file lies at the top, a folder's files lie as they lie in it. */
function zip(place: string): Buffer {
  if (statSync(place).isFile()) return Buffer.from(zipSync({ [path.basename(place)]: readFileSync(place) }));
  const files: Zippable = {};
  for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(place, file)] = readFileSync(file);
  }
  return Buffer.from(zipSync(files));
}
