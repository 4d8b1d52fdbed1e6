import type { FileEdit } from "../../../src/domain/candidate.ts";
import type { Module, Project } from "../projects/project.ts";

/** A file of a project with its text changed; null where the change changes nothing. */
export function editText(
  { files }: Pick<Project, "files">,
  path: string,
  change: (text: string) => string,
): FileEdit | null {
  const text = files[path];
  if (text === undefined) return null;
  const content = change(text);
  return content === text ? null : writeText(path, content);
}

/** A file with a text of its own. */
export function writeText(path: string, content: string): FileEdit {
  return { path, mode: "100644", content };
}

/** A deleted file. */
export function deleteFile(path: string): FileEdit {
  return { path, mode: "100644", content: null };
}

/** Puts code at the top of a module, which is otherwise as it was. */
export function prepend(project: Project, module: Module, code: string): readonly FileEdit[] {
  const edit = editText(project, module.file, (text) => {
    if (project.kind.language === "js") return `${code}\n\n${text}`;
    const [first = "", ...rest] = text.split("\n");
    return [first, "", code, ...rest].join("\n");
  });
  return edit === null ? [] : [edit];
}

/** The edits, or null where one of them changes nothing. */
export function allOf(...edits: readonly (FileEdit | null)[]): readonly FileEdit[] | null {
  const there = edits.filter((edit) => edit !== null);
  return there.length === edits.length ? there : null;
}
