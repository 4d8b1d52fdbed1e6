// Makes a fresh clone ready: node modules, and the programs that isolation and tests use. Runs on any Node from 18,
// without any package, ahead of every npm script; says all it has to say on standard error; and is quick when there
// is nothing to do.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { areModulesCurrent } from "./setup/are-modules-current.mjs";
import { findProgram } from "./setup/find-program.mjs";
import { installModules } from "./setup/install-modules.mjs";
import { installPrograms } from "./setup/install-programs.mjs";
import { readJson } from "./setup/read-json.mjs";
import { SetupFailure } from "./setup/setup-failure.mjs";
import { takeLock } from "./setup/take-lock.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(root, "node_modules", ".nightshift-setup.json");
const host = { isCi: process.env.CI === "true", isRoot: process.getuid?.() === 0 };

try {
  if (!isReady()) {
    const release = takeLock(root);
    try {
      // Another set-up may have done it all while this one waited.
      if (!isReady()) setUp();
    } finally {
      release();
    }
  }
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  console.error(`nightshift set-up: ${error.message}`);
  process.exitCode = 1;
}

function setUp() {
  const { lock } = readStamp();
  const isCurrent = lock === undefined ? areModulesCurrent(root) : lock === digestLock() && hasOwnNode();
  if (!isCurrent) installModules(root);
  writeStamp({ lock: digestLock() });
  installPrograms(host);
  writeStamp({ lock: digestLock(), programs: describePrograms() });
}

function isReady() {
  const { lock, programs } = readStamp();
  return lock === digestLock() && programs === describePrograms() && hasOwnNode();
}

/** Changes when programs have to be looked at again; what could not be installed is not tried at every start. */
function describePrograms() {
  return JSON.stringify({ ...host, hasBubblewrap: findProgram("bwrap") !== null });
}

function hasOwnNode() {
  return existsSync(path.join(root, "node_modules", ".bin", "node"));
}

function digestLock() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

function readStamp() {
  return readJson(stampFile) ?? {};
}

function writeStamp(stamp) {
  writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`);
}
