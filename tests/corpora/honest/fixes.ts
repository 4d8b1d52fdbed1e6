import type { FileEdit } from "../../../src/domain/candidate.ts";
import type { Project } from "../projects/project.ts";
import type { HonestKind } from "./honest-change.ts";

const styles = ["operator", "guard", "loop", "helper"] as const;

/** The fix in one of its styles, its text changed. */
function mendAnd(
  project: Project,
  style: string,
  change: (text: string) => string,
): readonly FileEdit[] | null {
  const edit = project.mend(style);
  const content = change(edit.content ?? "");
  return content === edit.content ? null : [{ ...edit, content }];
}

/** Puts lines at the start of the mended function's body. */
function lead(project: Project, text: string, js: string, py: string): string {
  const { functionName } = project.bug;
  if (project.kind.language === "py") {
    const head = new RegExp(`(def ${functionName}\\(.*\\n    """.*"""\\n)`);
    return text.replace(head, `$1${py.replace(/^/gm, "    ")}\n`);
  }
  return text.replace(new RegExp(`(function ${functionName}\\(.*\\n)`), `$1${js.replace(/^/gm, "  ")}\n`);
}

/** The bug mended, as different hands would do it. */
export const fixes: readonly HonestKind[] = [
  ...styles.map((style) => ({ name: `fix-${style}`, build: (project: Project) => [project.mend(style)] })),
  {
    name: "fix-with-comment",
    build: (project) =>
      mendAnd(project, "guard", (text) =>
        lead(
          project,
          text,
          "// Seen with the figures of a real shop: what is left over counts too.",
          "# Seen with the figures of a real shop: what is left over counts too.",
        ),
      ),
  },
  {
    name: "fix-with-longer-docs",
    build: (project) =>
      mendAnd(project, "operator", (text) =>
        text.replace(
          project.bug.domain.summary,
          `${project.bug.domain.summary} Nothing is lost at the borders.`,
        ),
      ),
  },
  {
    name: "fix-with-error-message",
    build(project) {
      const name = project.bug.domain.parameters[0]?.name ?? "";
      return mendAnd(project, "operator", (text) =>
        lead(
          project,
          text,
          `if (${name} === undefined || ${name} === null) {\n  throw new TypeError("${name} is missing");\n}`,
          `if ${name} is None:\n    raise TypeError("${name} is missing")`,
        ),
      );
    },
  },
  {
    name: "fix-with-annotations",
    build(project) {
      const { kind, bug } = project;
      if (kind.language === "py") {
        return mendAnd(project, "operator", (text) => text.replace(/(def \w+\(.*)\):/, "$1) -> object:"));
      }
      if (bug.file.endsWith(".ts")) return null;
      const lines = bug.domain.parameters.map(({ name, type }) => ` * @param {${type}} ${name}`).join("\n");
      return mendAnd(project, "operator", (text) =>
        text.replace(/\/\*\* (.*) \*\//, `/**\n * $1\n *\n${lines}\n */`),
      );
    },
  },
  {
    name: "fix-with-constant",
    build(project) {
      const name = project.bug.domain.parameters[0]?.name ?? "";
      const isPython = project.kind.language === "py";
      return mendAnd(project, "operator", (text) => {
        const checked = lead(
          project,
          text,
          `if (${name} === undefined) {\n  throw new TypeError(missing);\n}`,
          `if ${name} is None:\n    raise TypeError(_MISSING)`,
        );
        return isPython
          ? checked.replace('"""\n', `"""\n\n_MISSING = "${name} is missing"\n`)
          : checked.replace("/** ", `const missing = "${name} is missing";\n\n/** `);
      });
    },
  },
  {
    name: "fix-with-renamed-parameter",
    build(project) {
      const name = project.bug.domain.parameters[0]?.name ?? "";
      return mendAnd(project, "operator", (text) => {
        const end = text.indexOf(project.bug.untestedName);
        const at = project.kind.modules === "cjs" || end < 0 ? text.length : end;
        return (
          text.slice(0, at).replace(new RegExp(`(?<!\\w\\.)(?<!["'\\w])${name}\\b(?!["'])`, "g"), "given") +
          text.slice(at)
        );
      });
    },
  },
  {
    name: "fix-with-named-steps",
    build: (project) =>
      mendAnd(project, "operator", (text) =>
        project.kind.language === "py"
          ? text.replace(/^ {4}return (.*)$/m, "    answer = $1\n    return answer")
          : text.replace(/^ {2}return (.*);$/m, "  const answer = $1;\n  return answer;"),
      ),
  },
];
