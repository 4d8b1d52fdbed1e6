import { existsSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { NightshiftError } from "../domain/errors.ts";
import { findRefNameFault } from "./find-ref-name-fault.ts";
import type { GitCommand } from "./git-command.ts";
import { listCheckedOut } from "./list-checked-out.ts";

/** Refs that are looked at at once, however many there are. */
const maxAtOnce = 4;

/**
 * The one guard before every ref write. Throws `REF_OUTSIDE_PREFIX`, naming the first ref that may not be written: its
 * name is not beneath the prefix, it is a symbolic ref or lies behind a symbolic link and so leads elsewhere, or some
 * work tree has it checked out.
 */
export async function guardRefs(
  refs: readonly string[],
  { prefix, commonDir }: { readonly prefix: string; readonly commonDir: string },
  command: GitCommand,
): Promise<void> {
  for (const ref of refs) {
    refuse(ref, findRefNameFault(ref, prefix));
  }
  const [checkedOut, detours] = await Promise.all([
    listCheckedOut(commonDir, command),
    pLimit(maxAtOnce).map(refs, (ref) => findDetour(ref, commonDir, command)),
  ]);
  for (const [at, ref] of refs.entries()) {
    refuse(ref, checkedOut.has(ref.toLowerCase()) ? "a work tree has it checked out" : null);
    refuse(ref, detours[at] ?? null);
  }
}

function refuse(ref: string, reason: string | null): void {
  if (reason !== null) {
    throw new NightshiftError({
      code: "REF_OUTSIDE_PREFIX",
      message: `${JSON.stringify(ref)} may not be written: ${reason}.`,
      hint: "Nightshift writes branches and tags beneath its prefix alone; leave those to it.",
    });
  }
}

async function findDetour(ref: string, commonDir: string, command: GitCommand): Promise<string | null> {
  const target = await findTarget(ref, commonDir, command);
  if (target !== null) {
    return `it is a symbolic ref to ${target}`;
  }
  // A link among the folders of loose refs would make git write a file outside of the prefix.
  const parts = ref.split("/");
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const place = parts.slice(0, depth).join("/");
    if (await isSymbolicLink(join(commonDir, place))) {
      return `${place} is a symbolic link`;
    }
  }
  return null;
}

/**
 * What a symbolic ref points to, or null. Where refs are files, a symbolic one is a file of its own and never packed
 * (gitrepository-layout(5)), so that no process is needed to see it.
 */
async function findTarget(ref: string, commonDir: string, command: GitCommand): Promise<string | null> {
  if (existsSync(join(commonDir, "reftable"))) {
    const symbolic = await command.attempt(["symbolic-ref", "--quiet", ref]);
    return symbolic.exitCode === 0 ? symbolic.stdout.trim() : null;
  }
  try {
    const content = await readFile(join(commonDir, ref), "utf8");
    return content.startsWith("ref:") ? content.slice("ref:".length).trim() : null;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(code)) return null;
    throw error;
  }
}

async function isSymbolicLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    // Packed, or not there yet.
    return false;
  }
}
