import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findProgram } from "./find-program.mjs";
import { runVisibly } from "./run-visibly.mjs";

const APT_TIMEOUT_MS = 5 * 60_000;

/**
 * Installs what is missing where that is this script's business: in CI, and as root, on Debian and Ubuntu. Elsewhere
 * it prints the one command and what will be missing without it. Never fails: tests say which of them are skipped.
 */
export function installPrograms({ isCi, isRoot }) {
  // Other systems have no bubblewrap; the CLI itself warns there.
  if (process.platform !== "linux") return;
  const packages = findMissingPackages(isCi);
  if (packages.length === 0) return;
  const isDebian = hasApt();
  if (isDebian && (isCi || isRoot) && installPackages(packages, isRoot)) return;
  const command = isDebian
    ? `${isRoot ? "" : "sudo "}apt-get install ${packages.join(" ")}`
    : "install bubblewrap with your package manager";
  console.error(`nightshift set-up: ${packages.join(", ")} not installed; to have it: ${command}`);
  if (packages.includes("bubblewrap")) {
    console.error(
      "  Without bubblewrap candidate code runs unisolated: it can read your files and use the network.",
    );
  }
}

/** CI gets what tests use besides. */
function findMissingPackages(isCi) {
  return [
    ...(findProgram("bwrap") === null ? ["bubblewrap"] : []),
    ...(isCi && findProgram("python3") === null ? ["python3"] : []),
    ...(isCi && !hasPythonModule("pytest") ? ["python3-pytest"] : []),
    ...(isCi && !hasPythonModule("ensurepip") ? ["python3-venv"] : []),
    ...(isCi && findProgram("mypy") === null ? ["mypy"] : []),
    ...(isCi && findProgram("go") === null ? ["golang-go"] : []),
  ];
}

function hasPythonModule(name) {
  return spawnSync("python3", ["-c", `import ${name}`], { stdio: "ignore" }).status === 0;
}

function hasApt() {
  try {
    const isDebian = /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
    return isDebian && findProgram("apt-get") !== null;
  } catch {
    return false;
  }
}

function installPackages(packages, isRoot) {
  console.error(`nightshift set-up: installing ${packages.join(", ")} …`);
  const sudo = isRoot ? [] : ["sudo", "-n"];
  const apt = (argv) =>
    runVisibly([...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...argv], {
      timeoutMs: APT_TIMEOUT_MS,
    });
  const install = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  // Fetching the package lists is the slow part: only where the ones at hand do not do.
  return apt(install).isFine || (apt(["update", "-q"]).isFine && apt(install).isFine);
}
