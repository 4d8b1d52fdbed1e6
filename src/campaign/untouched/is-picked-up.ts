import { posix } from "node:path";
import picomatch from "picomatch";

/** What runners, interpreters and module loaders pick up by its mere name, wherever it appears. */
const pickedUpGlobs = [
  "**/{conftest,sitecustomize,usercustomize}.py",
  "**/*.{pth,pyc,pyo}",
  "**/{pytest,tox,mypy,ruff}.{ini,toml}",
  "**/{setup.cfg,setup.py,pyproject.toml,manage.py}",
  // Folders and modules that would stand in for the test tools themselves.
  "**/{node_modules,__mocks__,__pycache__,pytest,_pytest,unittest,pluggy,doctest,mock,nose}",
  "**/{pytest,unittest,pluggy,doctest,mock,nose}.py",
  "**/{package.json,deno.json,deno.jsonc,bunfig.toml,go.mod,go.work,Cargo.toml,build.rs}",
  "**/*.{config,conf}.{js,mjs,cjs,ts,mts,cts,json}",
  "**/vitest.workspace.*",
  "**/{tsconfig,jsconfig}*.json",
  "**/{jest,vitest,test}.setup.*",
  "**/.env*",
  "**/.{npmrc,mocharc,nycrc,c8rc,taprc,babelrc,swcrc,eslintrc,pylintrc,coveragerc,flake8,node-options}*",
  "**/*.{test,spec}.{js,mjs,cjs,jsx,ts,mts,cts,tsx}",
  "**/{test_*,*_test}.py",
  "**/*_test.go",
];

const isMatch = picomatch(pickedUpGlobs, { dot: true, nocase: true });

/** What a module may be written in; a folder has no ending, and is a package. */
const moduleEnding = /\.(?:[cm]?[jt]sx?|py|so|node)$/;

/**
 * Whether a new file or folder would be picked up by a runner, an interpreter or a module loader without being asked
 * for: settings, start-up hooks, stand-ins for test tools, cached bytecode, further tests; and what has the name of a
 * tracked module with another ending, which some loaders prefer. Make it once for many paths. Pure.
 */
export function createPickUpTest(files: readonly string[]): (path: string) => boolean {
  const modules = new Set(files.filter((path) => moduleEnding.test(path)).map(dropEnding));
  return (path) =>
    isMatch(posix.normalize(path)) ||
    (modules.has(dropEnding(path)) && (moduleEnding.test(path) || posix.extname(path) === ""));
}

function dropEnding(path: string): string {
  return path.replace(moduleEnding, "");
}
