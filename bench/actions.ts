import path from "node:path";
import { execa } from "execa";
import { measureInTurns } from "./measure.ts";
import type { BenchResult } from "./result.ts";

const root = path.join(import.meta.dirname, "..");
const ROUNDS = 15;
const BOUND = 8;
const names = ["campaign", "verify", "publish"] as const;

/** Start of each built action until it has refused what is not there, with its job loaded by then, against bare Node. */
export async function benchActions(): Promise<readonly BenchResult[]> {
  const nowhere = path.join(root, "no-such-folder");
  const env = { ...runner(nowhere), ...inputs(nowhere) };
  const times = await measureInTurns(
    [
      { name: "bare", run: async () => void (await execa(process.execPath, ["-e", "0"])) },
      ...names.map((name) => ({
        name,
        run: async (): Promise<undefined> => {
          const file = path.join(root, "dist", name, "index.js");
          const end = await execa(process.execPath, [file], { env, extendEnv: false, reject: false });
          if (!end.stdout.includes(nowhere)) throw new Error(`dist/${name} did not start: ${end.stderr}`);
          return undefined;
        },
      })),
    ],
    ROUNDS,
  );
  const bareMs = times.get("bare") ?? Number.NaN;
  return names.map((name) => {
    const ms = times.get(name) ?? Number.NaN;
    return {
      name: `cold start of dist/${name}`,
      measured: `${ms.toFixed(0)} ms`,
      against: `node -e 0: ${bareMs.toFixed(0)} ms`,
      ratio: ms / bareMs,
      bound: BOUND,
    };
  });
}

/** All that any of them requires, pointing to what is not there. */
function inputs(nowhere: string): Readonly<Record<string, string>> {
  return {
    ...{ INPUT_BUNDLE: nowhere, INPUT_OUTPUT: nowhere, INPUT_VERDICT: nowhere, INPUT_PATCHES: nowhere },
    ...{ INPUT_REPO: nowhere, "INPUT_VERDICT-CID": "c", "INPUT_GITHUB-TOKEN": "t" },
  };
}

function runner(nowhere: string): Readonly<Record<string, string>> {
  return {
    ...{ PATH: process.env.PATH ?? "", GITHUB_REPOSITORY: "octo/project", GITHUB_SHA: "0".repeat(40) },
    ...{ GITHUB_REF_NAME: "main", GITHUB_EVENT_NAME: "schedule", GITHUB_RUN_ID: "1" },
    ...{ GITHUB_WORKSPACE: nowhere, RUNNER_TEMP: nowhere },
  };
}
