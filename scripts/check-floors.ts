// Holds the floors of the house: a file imports only from lower floors, never sideways between rooms of one floor.
// A relative path in quotes that names a file of the house counts as an import whatever its syntax, so that static,
// type-only, re-exporting and dynamic imports are all seen, in code and in docstrings.
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

/** From the ground up. Rooms of one floor do not know each other; `src/*.ts` puts the rooms together for the entries. */
const floors: readonly (readonly string[])[] = [
  ["src/domain"],
  ["src/ports.ts", "src/github-port.ts"],
  ["src/config", "src/adapters", "src/syntax"],
  ["src/sandbox", "src/memory", "src/policy", "src/report", "src/operators"],
  ["src/gates", "src/work", "src/brain"],
  ["src/methods", "src/publish"],
  ["src/campaign"],
  ["src/*.ts"],
  ["cli", "action", "app"],
];

type Place = { readonly room: string; readonly floor: number };

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, ".."));
const files = globSync("{src,cli,action,app}/**/*.{ts,mts,js,mjs}", { cwd: root }).map(toSlashes).sort();
const problems = files.flatMap(findProblems);
for (const problem of problems) console.error(problem);
if (files.length === 0) console.error(`No source files beneath ${root}: nothing was checked.`);
if (problems.length > 0 || files.length === 0) process.exit(1);
console.log(`${files.length} files keep to their floors.`);

function findProblems(file: string): readonly string[] {
  const place = findPlace(file);
  if (place === null) return [`${file}: in no room of the house; add its room to scripts/check-floors.ts`];
  const text = readFileSync(path.join(root, file), "utf8");
  const computed = [...text.matchAll(/\bimport\(\s*(?!["'\s)])/g)].map(
    ({ index }) =>
      `${file}:${lineAt(text, index)}: a computed import cannot be checked; name the file in quotes`,
  );
  const misplaced = [...text.matchAll(/(["'`])(\.{1,2}\/[^"'`\n]+)\1/g)].flatMap(
    ({ index, 2: specifier = "" }) => {
      const target = findTarget(file, specifier);
      const reason = target === null ? null : explainRefusal(place, target);
      return reason === null ? [] : [`${file}:${lineAt(text, index)}: ${reason}`];
    },
  );
  return [...computed, ...misplaced];
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function findTarget(from: string, specifier: string): string | null {
  const target = toSlashes(path.join(path.dirname(from), specifier));
  const isInHouse = /^(src|cli|action|app)\//.test(target);
  return isInHouse && /\.[mc]?[jt]s$/.test(target) && existsSync(path.join(root, target)) ? target : null;
}

function explainRefusal(from: Place, target: string): string | null {
  const to = findPlace(target);
  if (to === null || to.room === from.room || to.floor < from.floor) return null;
  const hint = "receive its work as a function instead";
  return to.floor === from.floor
    ? `imports ${target} sideways: ${from.room} and ${to.room} are rooms of one floor; ${hint}`
    : `imports ${target} upwards: ${to.room} is above ${from.room}; ${hint}`;
}

function findPlace(file: string): Place | null {
  for (const [floor, rooms] of floors.entries()) {
    const room = rooms.find((name) =>
      name === "src/*.ts" ? /^src\/[^/]+$/.test(file) : file === name || file.startsWith(`${name}/`),
    );
    if (room !== undefined) return { room, floor };
  }
  return null;
}

function toSlashes(file: string): string {
  return file.replaceAll(path.sep, "/");
}
