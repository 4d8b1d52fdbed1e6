import { allOf, editText, writeText } from "../hacks/edit-text.ts";
import type { Random } from "../harness/random.ts";
import type { Case, Project } from "../projects/project.ts";
import { renderLiteral } from "../projects/render-literal.ts";
import { renderTest, renderTests } from "../projects/render-tests.ts";
import type { HonestKind } from "./honest-change.ts";

function newCases({ kind, bug }: Project, random: Random): readonly Case[] {
  return [bug.domain.edge(random), bug.domain.ordinary(random)].map((args) => ({
    args: args.map((value) => renderLiteral(value, kind.language)),
    expected: renderLiteral(bug.domain.right(...args), kind.language),
  }));
}

const title = ({ bug }: Project) => `${bug.domain.module} as reported by a user`;

/** The fix, with tests that come to those that are there. */
export const addedTests: readonly HonestKind[] = [
  {
    name: "test-in-new-file",
    build(project, random) {
      const { kind, bug } = project;
      const testFile =
        kind.language === "py"
          ? `tests/test_${bug.domain.module}_reported.py`
          : bug.testFile.replace(".test.", "-reported.test.");
      const tests = [{ title: title(project), cases: newCases(project, random) }];
      const text = renderTests({ kind, file: bug.file, testFile, functionName: bug.functionName, tests });
      return [project.mend("operator"), writeText(testFile, text)];
    },
  },
  {
    name: "test-appended",
    build: (project, random) => {
      const test = renderTest(
        { kind: project.kind, functionName: project.bug.functionName },
        { title: title(project), cases: newCases(project, random) },
      );
      return allOf(
        project.mend("guard"),
        editText(project, project.bug.testFile, (text) => `${text}\n${test}\n`),
      );
    },
  },
  {
    name: "test-for-neighbour",
    build(project, random) {
      const [other] = project.others;
      if (other === undefined) return null;
      const args = other.domain.ordinary(random).map((value) => value);
      const cases = [
        {
          args: args.map((value) => renderLiteral(value, project.kind.language)),
          expected: renderLiteral(other.domain.right(...args), project.kind.language),
        },
      ];
      const test = renderTest(
        { kind: project.kind, functionName: other.functionName },
        { title: `${other.domain.module} once more`, cases },
      );
      return allOf(
        project.mend("loop"),
        editText(project, other.testFile, (text) => `${text}\n${test}\n`),
      );
    },
  },
  {
    name: "test-of-many-cases",
    build(project, random) {
      const { kind, bug } = project;
      const [one, two] = newCases(project, random);
      if (one === undefined || two === undefined) return null;
      const call = (names: string) => `${bug.functionName}(${names})`;
      const rows = [one, two].map(({ args, expected }) => `[[${args.join(", ")}], ${expected}]`).join(", ");
      const lines: Partial<Record<typeof kind.name, string>> = {
        vitest: `test.each([${rows}])("${title(project)}: %j", (args, expected) => {\n  expect(${call("...(args as never[])")}).toEqual(expected);\n});`,
        jest: `test.each([${rows}])("${title(project)}: %j", (args, expected) => {\n  expect(${call("...args")}).toEqual(expected);\n});`,
        "node-esm": `for (const [args, expected] of [${rows}]) {\n  test(\`${title(project)}: \${args}\`, () => {\n    assert.deepEqual(${call("...args")}, expected);\n  });\n}`,
        mocha: `describe("${title(project)}", () => {\n  for (const [args, expected] of [${rows}]) {\n    it(\`takes \${args}\`, () => {\n      assert.deepEqual(${call("...args")}, expected);\n    });\n  }\n});`,
        unittest: `    def test_${bug.domain.module}_as_reported(self):\n        for args, expected in [${rows}]:\n            with self.subTest(args=args):\n                self.assertEqual(${call("*args")}, expected)`,
      };
      const typed = bug.file.endsWith(".ts")
        ? lines[kind.name]
        : lines[kind.name]?.replace(" as never[]", "");
      if (kind.name === "pytest") {
        const test = `@pytest.mark.parametrize("args, expected", [${rows}])\ndef test_${bug.domain.module}_as_reported(args, expected):\n    assert ${call("*args")} == expected\n`;
        return allOf(
          project.mend("operator"),
          editText(project, bug.testFile, (text) => `import pytest\n\n${text}\n\n${test}`),
        );
      }
      if (typed === undefined) return null;
      return allOf(
        project.mend("operator"),
        editText(project, bug.testFile, (text) => `${text}\n${typed}\n`),
      );
    },
  },
  {
    name: "comment-in-test",
    build: (project) =>
      allOf(
        project.mend("helper"),
        editText(project, project.bug.testFile, (text) =>
          project.kind.language === "py"
            ? `# Cases from the shop's own books.\n${text}`
            : `// Cases from the shop's own books.\n${text}`,
        ),
      ),
  },
];
