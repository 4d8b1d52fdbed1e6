import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repositoryRoot } from "./config-project.ts";

/** How a step ended, with what it told its runner. */
export type ActionEnd = {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
};

/** A machine that runs steps, as far as a step can see. */
export type ActionRunner = Disposable & {
  /** `RUNNER_TEMP`. */
  readonly temporary: string;
  /** Starts `dist/<name>/index.js` in the checkout; `onStart` gets the process. */
  run(
    name: "campaign" | "verify" | "publish",
    inputs: Readonly<Record<string, string>>,
    options?: {
      readonly environment?: Readonly<Record<string, string>>;
      readonly dist?: string;
      readonly onStart?: (child: ChildProcess) => void;
    },
  ): Promise<ActionEnd>;
};

/** What a workflow's run is about. */
export type ActionRun = {
  /** Folder of the checkout. */
  readonly workspace: string;
  readonly sha: string;
  readonly eventName?: string;
  readonly event?: object;
  readonly refName?: string;
  readonly apiUrl?: string;
};

/**
 * Runs actions as a runner does: a process of its own, in the checkout, with the runner's variables and files and none of
 * this process's secrets. Inputs are the action's with their defaults filled in by the caller.
 */
export function openActionRunner(about: ActionRun): ActionRunner {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), "nightshift-runner-")));
  const temporary = path.join(home, "temp");
  mkdirSync(temporary);
  const event = path.join(home, "event.json");
  writeFileSync(event, JSON.stringify(about.event ?? { repository: { default_branch: "main" } }));
  let steps = 0;
  return {
    temporary,
    run: (name, inputs, { environment = {}, dist = path.join(repositoryRoot, "dist"), onStart } = {}) => {
      steps += 1;
      const outputFile = path.join(home, `output-${steps}`);
      const summaryFile = path.join(home, `summary-${steps}`);
      for (const file of [outputFile, summaryFile]) writeFileSync(file, "");
      const given = Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]);
      const env = {
        ...{ PATH: process.env.PATH ?? "", HOME: home, CI: "true", GITHUB_ACTIONS: "true" },
        ...{
          GITHUB_REPOSITORY: "octo/project",
          GITHUB_SHA: about.sha,
          GITHUB_REF_NAME: about.refName ?? "main",
        },
        ...{ GITHUB_EVENT_NAME: about.eventName ?? "workflow_dispatch", GITHUB_EVENT_PATH: event },
        ...{ GITHUB_RUN_ID: "7", GITHUB_API_URL: about.apiUrl ?? "http://127.0.0.1:9" },
        ...{ GITHUB_WORKSPACE: about.workspace, RUNNER_TEMP: temporary },
        ...{ GITHUB_OUTPUT: outputFile, GITHUB_STEP_SUMMARY: summaryFile },
        ...Object.fromEntries(given),
        ...environment,
      };
      return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [path.join(dist, name, "index.js")], {
          cwd: about.workspace,
          env,
        });
        let log = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (log += String(data)));
        child.on("error", reject);
        child.on("close", (code) =>
          resolve({
            ...{ code, log },
            outputs: parseOutputs(readFileSync(outputFile, "utf8")),
            summary: readFileSync(summaryFile, "utf8"),
          }),
        );
        onStart?.(child);
      });
    },
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** As the runner reads its file: what comes last counts. */
export function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const [, plain, value = ""] = /^([^=<]+)=(.*)$/.exec(lines[at] ?? "") ?? [];
    if (plain !== undefined) outputs[plain] = value;
    const [, name, end] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? "") ?? [];
    if (name === undefined || end === undefined) continue;
    const last = lines.indexOf(end, at + 1);
    outputs[name] = lines.slice(at + 1, last).join("\n");
    at = last;
  }
  return outputs;
}
