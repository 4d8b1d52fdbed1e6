import { posix } from "node:path";

const plain = /^[ \t]*import[ \t]+([^\n#]+)/gm;
const from = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]+)/gm;

/** The tracked files that a Python file imports: modules, packages' `__init__.py` and submodules named by `from`. */
export function findPythonImports(
  path: string,
  text: string,
  trackedFiles: readonly string[],
): readonly string[] {
  const found = new Set<string>();
  const add = (modulePath: string, folder: string | null) => {
    const file = findModule(modulePath, folder, path, trackedFiles);
    if (file !== null) found.add(file);
  };
  for (const [, names = ""] of text.matchAll(plain)) {
    for (const name of names.split(",")) add(toPath(name), null);
  }
  for (const [, dots = "", module = "", names = ""] of text.matchAll(from)) {
    const folder = dots === "" ? null : posix.join(posix.dirname(path), "../".repeat(dots.length - 1));
    if (module !== "") add(toPath(module), folder);
    for (const name of names.replace(/[()]/g, "").split(",")) {
      const submodule = toPath(name);
      if (submodule !== "") add(posix.join(toPath(module), submodule), folder);
    }
  }
  return [...found];
}

/** `a.b as c` as `a/b`. */
function toPath(name: string): string {
  return (name.trim().split(/\s/)[0] ?? "").replaceAll(".", "/");
}

/** A relative module lies in its folder; any other where a path of the repository ends with it, the nearest first. */
function findModule(
  modulePath: string,
  folder: string | null,
  importer: string,
  trackedFiles: readonly string[],
): string | null {
  const ends = [`${modulePath}.py`, posix.join(modulePath, "__init__.py")];
  if (folder !== null) {
    const places = ends.map((end) => posix.join(folder, end));
    return places.find((place) => trackedFiles.includes(place)) ?? null;
  }
  if (modulePath === "" || modulePath === ".") return null;
  const matches = trackedFiles.filter((file) => ends.some((end) => file === end || file.endsWith(`/${end}`)));
  const sharedWith = (file: string) => countShared(file, importer);
  return matches.toSorted((a, b) => sharedWith(b) - sharedWith(a) || a.length - b.length)[0] ?? null;
}

function countShared(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  const differing = left.findIndex((part, at) => part !== right[at]);
  return differing === -1 ? left.length : differing;
}
