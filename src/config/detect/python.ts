import { filesIn, folderPath } from "./folder-path.ts";
import { makeGate } from "./make-gate.ts";
import { plainCall } from "./plain-call.ts";
import type { Detection, DetectionInput, Detector, FoundGate, Requirement } from "./project.ts";
import { findProjectFolders } from "./project-folders.ts";
import { findPythonTests } from "./python-tests.ts";

const MANIFESTS = [
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "pytest.ini",
  "tox.ini",
  "requirements.txt",
  "Pipfile",
];

/** Python projects: pytest, else unittest; ruff and mypy where they are set up. A `.venv` or `venv` is used. */
export const detectPython: Detector = async (input) => {
  const marked = findProjectFolders(input.project.files, MANIFESTS);
  const hasPython = input.project.files.some((file) => file.endsWith(".py"));
  const folders = marked.length > 0 ? marked : ["."];
  const detections = hasPython ? await Promise.all(folders.map((folder) => detectFolder(folder, input))) : [];
  return {
    found: detections.flatMap(({ found }) => found),
    notes: detections.flatMap(({ notes }) => notes),
  };
};

async function detectFolder(folder: string, input: DetectionInput): Promise<Detection> {
  const files = filesIn(folder, input.project.files);
  const settings = await readSettings(folder, input);
  const python = await findPython(folder, input);
  const make = (toolName: PythonTool, args: readonly string[], reason: string): FoundGate =>
    makePythonGate({ toolName, args, reason, folder, python });
  const tests = await findPythonTests({
    files,
    settings,
    read: (path) => input.project.read(folderPath(folder, path)),
    isInstalled: (module) => input.isInstalled({ kind: "python-module", python: python.fromRoot, module }),
  });
  const found: FoundGate[] = [];
  if (tests.runner === "pytest") {
    // Coverage thresholds among the project's own options would turn passing tests into a failing exit code.
    const extra = settings.includes("--cov") ? ["--no-cov"] : [];
    found.push(make("pytest", extra, tests.reason));
  } else if (tests.runner === "unittest") found.push(make("unittest", [], tests.reason));
  if (
    files.some((file) => file === "ruff.toml" || file === ".ruff.toml") ||
    settings.includes("[tool.ruff")
  ) {
    found.push(make("ruff", ["check"], `ruff, set up in ${folderPath(folder, "")}`));
  }
  if (files.includes("mypy.ini") || files.includes(".mypy.ini") || /^\[(?:tool\.)?mypy\]/m.test(settings)) {
    const hasTargets = /^\s*(?:files|packages|modules)\s*=/m.test(settings);
    found.push(make("mypy", hasTargets ? [] : ["."], `mypy, set up in ${folderPath(folder, "")}`));
  }
  return { found, notes: tests.notes };
}

type PythonTool = "pytest" | "unittest" | "ruff" | "mypy";
type Python = { readonly command: string; readonly fromRoot: string };

/** The interpreter of the project's own environment, which is not tracked, else the system's. */
async function findPython(folder: string, { isInstalled }: DetectionInput): Promise<Python> {
  const up = folder === "." ? "" : "../".repeat(folder.split("/").length);
  for (const name of [".venv/bin/python", "venv/bin/python"]) {
    if (await isInstalled({ kind: "path", path: folderPath(folder, name) })) {
      return { command: name, fromRoot: folderPath(folder, name) };
    }
    if (up !== "" && (await isInstalled({ kind: "path", path: name })))
      return { command: up + name, fromRoot: name };
  }
  return { command: "python3", fromRoot: "python3" };
}

async function readSettings(folder: string, { project }: DetectionInput): Promise<string> {
  const names = [
    ...MANIFESTS,
    "mypy.ini",
    ".mypy.ini",
    "requirements-dev.txt",
    "requirements-test.txt",
    "dev-requirements.txt",
  ];
  const texts = await Promise.all(names.map((name) => project.read(folderPath(folder, name))));
  return texts.filter((text) => text !== null).join("\n");
}

function makePythonGate(input: {
  readonly toolName: PythonTool;
  readonly args: readonly string[];
  readonly reason: string;
  readonly folder: string;
  readonly python: Python;
}): FoundGate {
  const { toolName, args, reason, folder, python } = input;
  const interpreter: Requirement = python.command.includes("/")
    ? { kind: "path", path: python.fromRoot }
    : { kind: "program", name: python.command };
  const module: Requirement = { kind: "python-module", python: python.fromRoot, module: toolName };
  return makeGate({
    toolName,
    call: plainCall(toolName, [python.command, "-m", toolName], args),
    folder,
    reason,
    requires: toolName === "unittest" ? [interpreter] : [interpreter, module],
  });
}
