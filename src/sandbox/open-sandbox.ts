import type { Git, ProcessResult, ProcessRunner } from "../ports.ts";
import { applyEdits } from "./apply-edits.ts";
import { linkDependencies } from "./link-dependencies.ts";
import { readInside } from "./read-inside.ts";
import { runInSandbox, runOpen } from "./run-in-sandbox.ts";
import type { Sandbox, SandboxCommand } from "./sandbox.ts";
import type { SandboxPlace } from "./sandbox-mounts.ts";
import { deleteSandboxRef, putSandboxRef } from "./sandbox-ref.ts";
import { seenAt } from "./site.ts";

/** What opening a sandbox needs. */
export type SandboxDeps = {
  readonly git: Pick<Git, "prefix" | "listRefs" | "updateRefs">;
  readonly processes: ProcessRunner;
};

/** Which sandbox to open, and where. */
export type SandboxRequest = {
  readonly name: string;
  readonly commit: string;
  readonly place: SandboxPlace;
  /** Whether the branch `<prefix>/sandbox/<name>` is put on the commit. */
  readonly hasRef: boolean;
  /** Called once, when the sandbox is disposed or could not be opened. */
  readonly release: (outcome: "used" | "broken") => Promise<void>;
};

/**
 * Opens a sandbox in a work tree: checks the commit out and makes its branch. Disposing it takes the branch away; what
 * is in the work tree stays until the next sandbox is opened there. Throws `SANDBOX_NAME_TAKEN`, `SANDBOX_NOT_CLEAN`
 * and what git throws; then nothing is left.
 */
export async function openSandbox(request: SandboxRequest, deps: SandboxDeps): Promise<Sandbox> {
  const { name, commit, place, hasRef, release } = request;
  const { site, workTree, dependencies } = place;
  const isIsolated = site.isolation.status === "isolated";

  let uses = 0;
  let usesAtReset = -1;
  /** Counts both ends of what may write, so that a reset that it overlaps does not pass for the last word. */
  async function use<Result>(act: () => Promise<Result>): Promise<Result> {
    uses += 1;
    try {
      return await act();
    } finally {
      uses += 1;
    }
  }

  async function reset(): Promise<void> {
    const usesNow = uses;
    if (usesNow === usesAtReset) return;
    await workTree.checkOut(commit);
    if (!isIsolated) linkDependencies(dependencies, workTree);
    usesAtReset = usesNow;
  }

  async function runOutside(command: SandboxCommand): Promise<ProcessResult> {
    if (!isIsolated) return await runOpen(command, place, deps);
    const unlink = linkDependencies(dependencies, workTree);
    try {
      return await runOpen(command, place, deps);
    } finally {
      unlink();
    }
  }

  let isOpen = true;
  async function close(outcome: "used" | "broken"): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    try {
      if (hasRef) await deleteSandboxRef({ name, commit }, deps.git);
    } finally {
      await release(outcome);
    }
  }

  const steps = await Promise.allSettled([
    reset(),
    hasRef ? putSandboxRef({ name, commit }, deps.git) : undefined,
  ]);
  const failed = steps.find((step) => step.status === "rejected");
  if (failed !== undefined) {
    await close("broken");
    throw failed.reason;
  }
  return {
    name,
    commit,
    dir: workTree.tree,
    mountPath: isIsolated ? site.root : workTree.tree,
    outDir: workTree.out,
    outMountPath: isIsolated ? seenAt.out : workTree.out,
    supportPath: isIsolated ? seenAt.support : site.support,
    nodePath: isIsolated ? seenAt.node : process.execPath,
    isIsolated,
    run: (command) => use(() => runInSandbox(command, place, deps)),
    runOutside: (command) => use(() => runOutside(command)),
    apply: (edits) => use(() => applyEdits(edits, workTree)),
    read: (path) => readInside(workTree.tree, path),
    reset,
    [Symbol.asyncDispose]: () => close("used"),
  };
}
