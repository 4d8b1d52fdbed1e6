import { existsSync } from "node:fs";
import path from "node:path";
import { findProgram } from "./find-program.mjs";
import { runVisibly } from "./run-visibly.mjs";
import { SetupFailure } from "./setup-failure.mjs";

/** Runs `npm ci`. Throws a SetupFailure that says what to do when npm is missing, offline or leaves no Node. */
export function installModules(root) {
  console.error("nightshift set-up: installing node modules (once for each package-lock.json) …");
  const modules = path.join(root, "node_modules");
  // Said on the command line, these outrank user settings that would leave out what development needs, Node included.
  const flags = ["--include=dev", "--include=optional", "--ignore-scripts=false"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const { isFine, isMissing, exitCode } = runVisibly([...findNpm(modules), "ci", ...flags, ...quiet], {
    cwd: root,
  });
  if (isMissing) throw new SetupFailure("npm was not found; install Node 18 or newer together with npm.");
  if (!isFine) {
    throw new SetupFailure(
      `\`npm ci\` failed (exit code ${exitCode ?? "none"}); what it said is above. It needs the npm registry: check ` +
        "the network, the proxy and `npm config get registry`, then run the same command again.",
    );
  }
  if (existsSync(path.join(modules, ".bin", "node"))) return;
  throw new SetupFailure(
    "`npm ci` left no Node in node_modules/.bin: the install script of the package `node` did not run. Remove " +
      "node_modules and run the same command again.",
  );
}

/** The npm that runs this script, or else the one in PATH. */
function findNpm(modules) {
  const running = process.env.npm_execpath ?? "";
  // Under other package managers the variable names them.
  if (path.basename(running) !== "npm-cli.js" || !existsSync(running)) return ["npm"];
  // npm scripts find node_modules/.bin first, and `npm ci` removes that Node under its own feet.
  return [findProgram("node", { outside: modules }) ?? process.execPath, running];
}
