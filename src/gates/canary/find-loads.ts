import { posix } from "node:path";
import { isTestFile } from "../../policy/protected/is-test-file.ts";

const families = [/\.(?:[cm]?[jt]s|[jt]sx)$/, /\.py$/] as const;
const specifier = /\b(?:from|import|require|mock|resolve)\s*\(?\s*["'`]([^"'`\n]+)["'`]/g;
const MAX_LOADS = 20;
const MAX_FILES = 600;

/**
 * Which changed files a canary of a test file's language loads: those that a tracked file imports. Others, such as a
 * program that tests start, never meet the tests' process, and loading them may do what nobody asked for. Python files
 * count as imported where any other file has their name as a word.
 */
export async function findLoads(input: {
  readonly host: string;
  readonly changedPaths: readonly string[];
  readonly trackedFiles: readonly string[];
  read(path: string): Promise<string | null>;
}): Promise<readonly string[]> {
  const family = families.find((pattern) => pattern.test(input.host));
  if (family === undefined) return [];
  const wanted = new Set(
    input.changedPaths.filter(
      (path) => family.test(path) && !isTestFile(path) && !/\.d\.[cm]?ts$/.test(path),
    ),
  );
  const loads: string[] = [];
  // Tests first: most of what they change is named there.
  const importers = input.trackedFiles
    .filter((path) => family.test(path))
    .toSorted((one, other) => Number(isTestFile(other)) - Number(isTestFile(one)))
    .slice(0, MAX_FILES);
  for (const importer of importers) {
    if (wanted.size === 0 || loads.length === MAX_LOADS) break;
    const text = await input.read(importer);
    if (text === null) continue;
    const names = importer.endsWith(".py") ? null : listSpecifiers(text);
    for (const path of wanted) {
      if (path === importer) continue;
      if (names === null ? mentionsModule(text, path) : names.some((name) => isNamed(name, path, importer))) {
        wanted.delete(path);
        loads.push(path);
      }
    }
  }
  return loads.sort();
}

function listSpecifiers(text: string): readonly string[] {
  return [...text.matchAll(specifier)].map((match) => match[1] ?? "");
}

function mentionsModule(text: string, path: string): boolean {
  const stem = posix.basename(path, ".py");
  const name = stem === "__init__" ? posix.basename(posix.dirname(path)) : stem;
  return new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, "\\$&")}(?!\\w)`).test(text);
}

/** By the last part of the name, since folders may have other names in imports than in the tree. */
function isNamed(name: string, path: string, importer: string): boolean {
  const stem = stripExtension(posix.basename(path));
  const isRelative = name.startsWith(".");
  const last = stripExtension(posix.basename(name));
  if (isRelative) {
    const target = posix.join(posix.dirname(importer), name);
    if (stripExtension(target) === stripExtension(path)) return true;
    // A folder: its index, or whatever its manifest calls its main file.
    return /(?:^|\/)\.{0,2}\/?$/.test(name) || target === posix.dirname(path);
  }
  return last === stem || (stem === "index" && last === posix.basename(posix.dirname(path)));
}

function stripExtension(path: string): string {
  return path.replace(/\.(?:[cm]?[jt]s|[jt]sx)$/, "");
}
