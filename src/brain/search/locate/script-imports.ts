import { posix } from "node:path";
import type { WorkspacePackage } from "./workspace-names.ts";

const specifier =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire(?:\.resolve)?\s*\(\s*|\bmock\s*\(\s*)(["'`])([^"'`\n$]+)\1/g;
const extensions = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
const indexes = ["ts", "tsx", "mts", "js", "jsx", "mjs", "cjs"].map((extension) => `/index.${extension}`);

/** The tracked files that a JavaScript or TypeScript file imports or requires by a literal name. */
export function findScriptImports(
  path: string,
  text: string,
  {
    tracked,
    packages,
  }: { readonly tracked: ReadonlySet<string>; readonly packages: readonly WorkspacePackage[] },
): readonly string[] {
  const found = new Set<string>();
  for (const [, , name = ""] of text.matchAll(specifier)) {
    const place = findPlaces(name, path, packages)
      .flatMap(expandPlace)
      .find((candidate) => tracked.has(candidate));
    if (place !== undefined) found.add(place);
  }
  return [...found];
}

/** Where a specifier may point, without extension: relative, a workspace package, or a common alias of `src`. */
function findPlaces(name: string, path: string, packages: readonly WorkspacePackage[]): readonly string[] {
  if (name.startsWith(".")) return [posix.join(posix.dirname(path), name)];
  const owner = packages.find(
    (candidate) => name === candidate.name || name.startsWith(`${candidate.name}/`),
  );
  if (owner !== undefined) {
    const rest = name.slice(owner.name.length + 1);
    const inside = (place: string) => posix.join(owner.folder, place);
    return rest === "" ? owner.entries.map(inside) : [inside(rest), inside(posix.join("src", rest))];
  }
  const alias = /^(?:@|~|#)\/?(.+)$/.exec(name)?.[1];
  return alias === undefined ? [] : [posix.join("src", alias), alias];
}

function expandPlace(place: string): readonly string[] {
  // TypeScript files are imported by the name of what they become: "./a.js" is a.ts.
  const bare = place.replace(/\.([cm]?)jsx?$/, ".$1ts");
  const exact = [place, bare, bare.replace(/ts$/, "tsx")];
  return [
    ...exact,
    ...extensions.map((extension) => `${place}${extension}`),
    ...indexes.map((end) => `${place}${end}`),
  ];
}
