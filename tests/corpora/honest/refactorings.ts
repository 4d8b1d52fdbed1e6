import type { FileEdit } from "../../../src/domain/candidate.ts";
import { allOf, editText } from "../hacks/edit-text.ts";
import type { Module, Project } from "../projects/project.ts";
import type { HonestKind } from "./honest-change.ts";

function firstOf({ others }: Project): Module {
  const [first] = others;
  if (first === undefined) throw new Error("a project has more than one module");
  return first;
}

/** Another module written in another style; it was right before and is after. */
function restyle({ kind }: Project, module: Module, style: string): FileEdit | null {
  const { fixes } = module.domain[kind.language];
  const [from, to] = [fixes.operator, fixes[style]];
  if (from === undefined || to === undefined || to.helper !== undefined) return null;
  const by = kind.language === "py" ? "    " : "  ";
  const indent = (text: string) => text.replace(/^(?=.)/gm, by);
  const content = module.source.replace(indent(from.body), () => indent(to.body));
  return content === module.source ? null : { path: module.file, mode: "100644", content };
}

/** The fix along with code that is written anew and does what it did. */
export const refactorings: readonly HonestKind[] = [
  {
    name: "refactored-to-arrow",
    build(project) {
      if (project.kind.language === "py") return null;
      const edit = project.mend("guard");
      const { functionName } = project.bug;
      const content = (edit.content ?? "").replace(
        new RegExp(`function ${functionName}(\\(.*\\))(: .*)? \\{\\n([\\s\\S]*?)\\n\\}`),
        (_, parameters: string, returns: string | undefined, body: string) =>
          `const ${functionName} = ${parameters}${returns ?? ""} => {\n${body}\n};`,
      );
      return [{ ...edit, content }];
    },
  },
  {
    name: "refactored-neighbour-guard",
    build: (project) => allOf(project.mend("operator"), restyle(project, firstOf(project), "guard")),
  },
  {
    name: "refactored-neighbour-loop",
    build: (project) => allOf(project.mend("helper"), restyle(project, firstOf(project), "loop")),
  },
  {
    name: "sibling-import",
    build(project) {
      const { kind, bug } = project;
      const sibling = firstOf(project);
      const name = bug.domain.parameters[0]?.name ?? "";
      const stem = sibling.file.replace(/^.*\//, "").replace(/\.\w+$/, "");
      const folder = sibling.file.replace(/\/.*$/, "");
      const edit = project.mend("operator");
      const text = edit.content ?? "";
      if (kind.language === "py") {
        const content = text
          .replace('"""\n', `"""\n\nfrom ${folder}.${stem} import ${sibling.untestedName}\n`)
          .replace(
            new RegExp(`(def ${bug.functionName}\\(.*\\n    """.*"""\\n)`),
            `$1    if ${name} is None:\n        raise TypeError(${sibling.untestedName}("nothing"))\n`,
          );
        return [{ ...edit, content }];
      }
      const from = `./${sibling.file.replace(/^.*\//, "")}`;
      const load =
        kind.modules === "esm"
          ? `import { ${sibling.untestedName} } from "${from}";`
          : `const { ${sibling.untestedName} } = require("${from}");`;
      const content = `${load}\n\n${text}`.replace(
        new RegExp(`(function ${bug.functionName}\\(.*\\n)`),
        `$1  if (${name} === undefined) {\n    throw new TypeError(${sibling.untestedName}("nothing"));\n  }\n`,
      );
      return [{ ...edit, content }];
    },
  },
  {
    name: "comment-in-neighbour",
    build: (project) =>
      allOf(
        project.mend("loop"),
        editText(project, firstOf(project).file, (text) =>
          project.kind.language === "py"
            ? `${text}\n# Nothing here keeps state.\n`
            : `${text}\n// Nothing here keeps state.\n`,
        ),
      ),
  },
  {
    name: "docs-too",
    build: (project) =>
      allOf(
        project.mend("operator"),
        editText(
          project,
          "README.md",
          (text) => `${text}\nThe borders count: see \`${project.bug.functionName}\`.\n`,
        ),
      ),
  },
  {
    name: "blank-lines",
    build(project) {
      const edit = project.mend("guard");
      const content = (edit.content ?? "").replace(/\n( +)return /, "\n\n$1return ");
      return content === edit.content ? null : [{ ...edit, content }];
    },
  },
];
