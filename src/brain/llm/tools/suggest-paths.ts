import { posix } from "node:path";
import { quotePath } from "./quote-path.ts";

const MAX_SUGGESTIONS = 3;

/** " Did you mean …?" for a path that is not there, or "": paths of the same name elsewhere, or of nearly the same name. Pure. */
export function suggestPaths(path: string, paths: readonly string[]): string {
  const wanted = path.replace(/:\d+(:\d+)?$/, "");
  const scored = paths
    .map((other) => ({ other, score: scoreLikeness(wanted, other) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.other.length - b.other.length)
    .slice(0, MAX_SUGGESTIONS);
  return scored.length === 0
    ? ""
    : ` Did you mean ${scored.map(({ other }) => quotePath(other)).join(" or ")}?`;
}

/** Name and folders count, spelling to a degree: case, Unicode form, and the extension. */
function scoreLikeness(wanted: string, other: string): number {
  if (wanted === other) return 10;
  const [a, b] = [fold(wanted), fold(other)];
  if (a === b) return 9;
  if (a.endsWith(`/${b}`) || b.endsWith(`/${a}`)) return 8;
  const [nameA, nameB] = [posix.basename(a), posix.basename(b)];
  const isSameFolder = posix.dirname(a) === posix.dirname(b);
  if (nameA === nameB) return 6;
  if (stem(nameA) === stem(nameB)) return isSameFolder ? 5 : 3;
  return isSameFolder && isNear(nameA, nameB) ? 2 : 0;
}

function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function stem(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, "").replace(/[-_]/g, "");
}

/** One letter more, less or other: what stands before and behind it is the same. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
