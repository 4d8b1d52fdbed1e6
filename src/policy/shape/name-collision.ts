import type { ChangeSet } from "../change-set.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { foldName } from "./fold-name.ts";

export const nameCollision: PolicyRule = {
  id: "name-collision",
  group: "shape",
  title: "Names that some system or reader takes for another one of the change or the repository",
  explanation:
    "Where case, composition or look alone tell two names apart, one file hides the other on some machine. The same " +
    "goes for a file where a folder is. Change each file once, and give a new one a name of its own.",
  find: (change) => [...findTwice(change), ...findTaken(change)],
};

function findTwice({ files }: ChangeSet): readonly PolicyFinding[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const key = foldName(path);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown
      ? [{ file: path, line: null, reason: `${JSON.stringify(path)} is changed twice, under one name` }]
      : [];
  });
}

type Place = { readonly kind: "file" | "folder"; readonly path: string };

function findTaken({ files, entries }: ChangeSet): readonly PolicyFinding[] {
  const added = files.filter(({ path, before, after }) => before === null && after !== null && path !== "");
  if (added.length === 0) return [];
  const places = new Map<string, Place[]>();
  const known = new Set<string>();
  const remember = (place: Place): void => {
    if (known.has(place.path)) return;
    known.add(place.path);
    const key = foldName(place.path);
    places.set(key, [...(places.get(key) ?? []), place]);
  };
  for (const { path, mode } of entries.values()) {
    for (const place of placesOf(path, mode === "160000" ? "folder" : "file")) remember(place);
  }
  return added.flatMap(({ path }) => {
    const own = placesOf(path, "file");
    const clash = own.flatMap((place) => findClash(place, places)).at(0);
    for (const place of own) remember(place);
    if (clash === undefined || entries.has(path)) return [];
    const reason = `${JSON.stringify(path)} would stand where ${JSON.stringify(clash.path)} is (a ${clash.kind})`;
    return [{ file: path, line: null, reason }];
  });
}

function findClash(place: Place, places: ReadonlyMap<string, readonly Place[]>): readonly Place[] {
  const same = places.get(foldName(place.path)) ?? [];
  const isFine =
    same.length === 0 || same.some((other) => other.path === place.path && other.kind === place.kind);
  return isFine ? [] : same.slice(0, 1);
}

/** A file and the folders above it, the outermost first. */
function placesOf(path: string, kind: Place["kind"]): readonly Place[] {
  const places: Place[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
    places.push({ kind: "folder", path: path.slice(0, at) });
  }
  return [...places, { kind, path }];
}
