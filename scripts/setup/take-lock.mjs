import { createHash } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SetupFailure } from "./setup-failure.mjs";

const WAIT_MS = 15 * 60_000;
const PAUSE_MS = 200;

/**
 * One set-up of a folder at a time: waits for another one, takes over a lock whose owner is gone, and gives up with a
 * SetupFailure after 15 minutes. Returns the function that releases the lock.
 */
export function takeLock(root) {
  const digest = createHash("sha256").update(root).digest("hex").slice(0, 16);
  // Not in node_modules, which `npm ci` removes, and not in the work tree, where git would see it.
  const lock = path.join(tmpdir(), `nightshift-setup-${process.getuid?.() ?? 0}-${digest}.lock`);
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (let waitedMs = 0; !tryLink(own, lock); waitedMs += PAUSE_MS) {
      const owner = readOwner(lock);
      if (owner === null) continue;
      if (!isAlive(owner)) removeStale(lock, owner);
      else if (waitedMs >= WAIT_MS) {
        throw new SetupFailure(`process ${owner} still holds ${lock}; end it, or remove that file.`);
      } else {
        if (waitedMs === 0) console.error(`nightshift set-up: waiting for the one of process ${owner} …`);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** A link appears together with its content, so a lock always has an owner to read. */
function tryLink(own, lock) {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the lock away before looking again: another waiting set-up may just have replaced the stale one. */
function removeStale(lock, deadOwner) {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readOwner(aside) !== deadOwner) tryLink(aside, lock);
  rmSync(aside, { force: true });
}

function readOwner(lock) {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(owner) {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
