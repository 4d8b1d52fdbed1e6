import { readdirSync, realpathSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { openSandboxRig } from "../../helpers/sandbox-rig.ts";
import { installRunner } from "../projects/install-runner.ts";
import { projectKinds } from "../projects/project-kinds.ts";
import type { RepairModule } from "./repair-bug.ts";

const nodeFolder = realpathSync(resolve(import.meta.dirname, "../../../node_modules/node/bin"));
/** Stays in the work tree from bug to bug. */
const kept = [".git", ".gitignore", "node_modules"];

/** A repository that takes one bug after the other, each as a commit of its own with a sandbox as a campaign has it. */
export type RepairBench = AsyncDisposable & {
  readonly isIsolated: boolean;
  open(name: string, files: Readonly<Record<string, string>>): Promise<Sandbox>;
};

/** Opens a bench: isolated where bubblewrap is usable, with vitest installed where a runner of the modules needs it. */
export async function openRepairBench(runners: readonly RepairModule["runner"][]): Promise<RepairBench> {
  const isIsolated = await isBubblewrapHere();
  const rig = await openSandboxRig({
    files: { ".gitignore": "node_modules\n__pycache__\n" },
    install: ({ dir }) => {
      if (runners.includes("vitest")) installRunner({ kind: projectKinds.vitest, into: dir });
    },
    sandbox: { isolation: isIsolated ? "required" : "none" },
    environment: { PATH: `${nodeFolder}:${process.env.PATH ?? ""}`, HOME: process.env.HOME },
  });
  const { repository, pool } = rig;
  let count = 0;
  return {
    isIsolated,
    async open(name, files) {
      for (const entry of readdirSync(repository.dir)) {
        if (!kept.includes(entry)) rmSync(join(repository.dir, entry), { recursive: true });
      }
      for (const [path, content] of Object.entries(files)) repository.write(path, content);
      count += 1;
      return await pool.open(`repair/${count}`, repository.commit(name));
    },
    [Symbol.asyncDispose]: () => rig[Symbol.asyncDispose](),
  };
}
