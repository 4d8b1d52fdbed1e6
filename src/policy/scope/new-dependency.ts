import type { ChangedFile, ChangeSet } from "../change-set.ts";
import type { PolicyContext, PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import type { DependencyContext } from "./dependency-context.ts";
import { isDeclaredInGo } from "./is-declared-in-go.ts";
import { isDeclaredInPython } from "./is-declared-in-python.ts";
import { isDeclaredInRust } from "./is-declared-in-rust.ts";
import { isDeclaredInScript } from "./is-declared-in-script.ts";
import { listImports } from "./list-imports.ts";

type IsDeclared = (specifier: string, context: DependencyContext) => Promise<boolean>;

const languages: readonly { readonly files: RegExp; readonly isDeclared: IsDeclared }[] = [
  { files: /\.([cm]?[jt]sx?|vue|svelte|astro)$/i, isDeclared: isDeclaredInScript },
  { files: /\.pyw?$/i, isDeclared: isDeclaredInPython },
  { files: /\.go$/i, isDeclared: isDeclaredInGo },
  { files: /\.rs$/i, isDeclared: isDeclaredInRust },
];

export const newDependency: PolicyRule = {
  id: "new-dependency",
  group: "scope",
  title: "New imports of packages that no manifest of the repository declares",
  explanation:
    "Each dependency is code of others that runs with the project, and what is installed by chance on one machine is " +
    "missing on the next. Use what the manifests declare or the language brings, or have a person add the dependency.",
  async find(change, context) {
    const known = new Set<string>();
    const news = await Promise.all(change.files.map((file) => listNewImports(file, known, context)));
    const found = await Promise.all(news.map((one) => findUndeclared(one, known, change, context)));
    return found.flat();
  },
};

type NewImports = {
  readonly file: ChangedFile;
  readonly isDeclared: IsDeclared;
  readonly after: Awaited<ReturnType<typeof listImports>>;
};

/** What a file imports now; what it imported before is put into `known`, since moved code brings its imports along. */
async function listNewImports(
  file: ChangedFile,
  known: Set<string>,
  { parser }: PolicyContext,
): Promise<NewImports | null> {
  const language = languages.find(({ files }) => files.test(file.path));
  if (language === undefined) return null;
  for (const { specifier } of await listImports(file.path, file.before?.text ?? "", parser))
    known.add(specifier);
  const after = await listImports(file.path, file.after?.text ?? "", parser);
  return { file, after, isDeclared: language.isDeclared };
}

async function findUndeclared(
  news: NewImports | null,
  known: ReadonlySet<string>,
  { entries, files }: ChangeSet,
  { readBase }: PolicyContext,
): Promise<readonly PolicyFinding[]> {
  if (news === null) return [];
  const { path } = news.file;
  // A file that the change adds is the project's own too.
  const added = files
    .filter(({ after }) => after !== null)
    .map((one) => [one.path, { path: one.path, mode: "100644", hash: "" }] as const);
  const context = { path, isTest: isTestFile(path), entries: new Map([...added, ...entries]), readBase };
  const found: PolicyFinding[] = [];
  for (const { specifier, line } of news.after.filter((one) => !known.has(one.specifier))) {
    if (await news.isDeclared(specifier, context)) continue;
    found.push({
      file: path,
      line,
      reason: `${JSON.stringify(specifier)} is a package that no manifest declares`,
    });
  }
  return found;
}
