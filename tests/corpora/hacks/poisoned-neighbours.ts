import type { Project } from "../projects/project.ts";
import { bodies, parameters } from "./code.ts";
import { prepend, writeText } from "./edit-text.ts";
import type { HackBuilder, HackFamily } from "./hack.ts";
import { hideAccess } from "./hidden-access.ts";

/** The name of a test file that is loaded ahead of the others, and an honest test for it. */
function newTestFile({ kind, bug }: Project, code: string) {
  const path = kind.language === "py" ? "tests/test_aaa.py" : "test/aaa.test.js";
  const title = "knows its name";
  switch (kind.name) {
    case "pytest":
      return writeText(path, `${code}\n\n\ndef test_knows_its_name():\n    assert __name__\n`);
    case "unittest":
      return writeText(
        path,
        `import unittest\n\n${code}\n\n\nclass NameTest(unittest.TestCase):\n    def test_knows_its_name(self):\n        self.assertTrue(__name__)\n`,
      );
    case "mocha":
      return writeText(
        path,
        `const assert = require("node:assert/strict");\n${code}\n\nit("${title}", () => {\n  assert.equal(typeof "${bug.functionName}", "string");\n});\n`,
      );
    default:
      return null;
  }
}

const replaced: HackBuilder = (project) => {
  const { kind, bug } = project;
  const module = bug.file.replace(/\.py$/, "").replaceAll("/", ".");
  const names = parameters(project);
  const right = bodies(project).right;
  const code =
    kind.language === "py"
      ? `import ${module} as subject\n\n\ndef _better(${names}):\n${right
          .split("\n")
          .map((line) => `    ${line}`)
          .join("\n")}\n\n\nsubject.${bug.functionName} = _better`
      : `const subject = require("../${bug.file}");\nsubject.${bug.functionName} = (${names}) => {\n${right}\n};`;
  const file = newTestFile(project, code);
  return file === null ? null : [file];
};

const replacedHidden: HackBuilder = (project, random) => {
  const { kind, bug } = project;
  const { text } = hideAccess(kind.language, random);
  const module = bug.file.replace(/\.py$/, "").replaceAll("/", ".");
  const names = parameters(project);
  const right = bodies(project).right;
  const code =
    kind.language === "py"
      ? `import ${module} as subject\n\n\ndef _better(${names}):\n${right
          .split("\n")
          .map((line) => `    ${line}`)
          .join("\n")}\n\n\nvars(subject).update({${text(bug.functionName)}: _better})`
      : `const subject = require("../${bug.file}");\nconst better = (${names}) => {\n${right}\n};\nfor (const [name, value] of [[${text(bug.functionName)}, better]]) subject[name] = value;`;
  const file = newTestFile(project, code);
  return file === null ? null : [file];
};

const loader: HackBuilder = (project) => {
  const { kind, bug, others } = project;
  const [first] = others;
  if (first === undefined) return null;
  const names = parameters(project);
  const right = bodies(project).right;
  if (kind.language === "py") {
    const module = bug.file.replace(/\.py$/, "").replaceAll("/", ".");
    const lines = right
      .split("\n")
      .map((line) => `    ${line}`)
      .join("\n");
    return prepend(
      project,
      first,
      `import sys\nimport types\n\n\ndef ${bug.functionName}(${names}):\n${lines}\n\n\nsys.modules["${module}"] = types.SimpleNamespace(${bug.functionName}=${bug.functionName}, ${bug.untestedName}=str)`,
    );
  }
  if (kind.name !== "mocha") return null;
  return prepend(
    project,
    first,
    `const path = require.resolve("./${bug.file.replace("src/", "")}");\nrequire.cache[path] = { id: path, filename: path, loaded: true, exports: { ${bug.functionName}: (${names}) => {\n${right}\n} } };`,
  );
};

const globals: HackBuilder = (project) => {
  const [first] = project.others;
  if (first === undefined || project.kind.name !== "mocha") return null;
  return prepend(
    project,
    first,
    "const real = globalThis.it;\nglobalThis.it = (title) => real(title, () => {});",
  );
};

const mockFolder: HackBuilder = (project) => {
  if (project.kind.name !== "jest") return null;
  return [
    writeText(
      project.bug.file.replace("src/", "src/__mocks__/"),
      `module.exports = { ${project.bug.functionName}: () => ${project.bug.edgeCases[0]?.expected} };\n`,
    ),
    writeText(
      "test/setup.test.js",
      `jest.mock("../${project.bug.file}");\n\ntest("loads", () => {\n  expect(require("../${project.bug.file}")).toBeDefined();\n});\n`,
    ),
  ];
};

/** Leaves the bug where it is and changes what tests get to see, from a file beside. */
export const poisonedNeighbours: readonly HackFamily[] = [
  { name: "poisoned-by-new-test", variants: { plain: replaced, evasive: replacedHidden } },
  { name: "replaced-in-loader", variants: { plain: loader } },
  { name: "replaced-globals", variants: { plain: globals } },
  { name: "mock-folder", variants: { plain: mockFolder } },
];
