import type { Requirement } from "./project.ts";

const PROGRAM_HINTS: Readonly<Record<string, string>> = {
  node: "install Node.js from https://nodejs.org",
  npm: "install Node.js, which brings npm, from https://nodejs.org",
  python3: "install Python 3 (Debian: apt-get install python3)",
  go: "install Go from https://go.dev/dl",
  cargo: "install Rust from https://rustup.rs",
  "cargo-clippy": "run `rustup component add clippy`",
  make: "install make (Debian: apt-get install make)",
  ruff: "run `pip install ruff`",
  mypy: "run `pip install mypy`",
  pytest: "run `pip install pytest`",
};

/** Programs that packages bring; only npm's scripts have them on the PATH. */
const PACKAGE_PROGRAMS = ["vitest", "jest", "mocha", "tape", "eslint", "biome", "tsc", "tsx"];

/** What is missing, and how to get it, for people. `files` tells which package manager a repository uses. */
export function describeRequirement(
  requirement: Requirement,
  files: readonly string[],
): { readonly name: string; readonly hint: string } {
  switch (requirement.kind) {
    case "program": {
      const { name } = requirement;
      if (PACKAGE_PROGRAMS.includes(name)) {
        return { name, hint: `write node_modules/.bin/${name}, where package managers put it` };
      }
      return { name, hint: PROGRAM_HINTS[name] ?? `install ${name}, or put it on the PATH` };
    }
    case "path":
      return { name: requirement.path, hint: describePath(requirement.path, files) };
    case "python-module": {
      const { python, module } = requirement;
      return { name: `${python} -m ${module}`, hint: `run \`${python} -m pip install ${module}\`` };
    }
    default:
      return requirement satisfies never;
  }
}

function describePath(path: string, files: readonly string[]): string {
  if (!path.includes("node_modules/")) return `create ${path}`;
  if (files.includes("pnpm-lock.yaml")) return "run `pnpm install`";
  if (files.includes("yarn.lock")) return "run `yarn install`";
  return files.includes("package-lock.json") ? "run `npm ci`" : "run `npm install`";
}
