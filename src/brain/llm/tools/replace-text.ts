const MAX_PLACES = 8;

/** What came of replacing a text in another. Lines count from 1. */
export type Replaced =
  | { readonly status: "replaced"; readonly text: string; readonly line: number }
  | { readonly status: "ambiguous"; readonly lines: readonly number[]; readonly isMore: boolean }
  | { readonly status: "empty" | "same" | "missing" };

/**
 * Replaces the one place where `old` stands. Line ends do not count in the comparison, what is put in gets those of its
 * place, and outside of what differs between `old` and `replacement` every byte stays. Pure.
 */
export function replaceText(text: string, old: string, replacement: string): Replaced {
  const [from, to] = [toLf(old), toLf(replacement)];
  if (from === "") return { status: "empty" };
  if (from === to) return { status: "same" };
  const plain = toLf(text);
  const places = findPlaces(plain, from);
  const [place, ...others] = places;
  if (place === undefined) return { status: "missing" };
  if (others.length > 0) {
    const lines = places.map((at) => countLines(plain, at));
    return { status: "ambiguous", lines: lines.slice(0, MAX_PLACES), isMore: lines.length > MAX_PLACES };
  }
  const { before, after } = countSame(from, to);
  const start = toOffset(text, plain, place + before);
  const end = toOffset(text, plain, place + from.length - after);
  const inserted = to.slice(before, to.length - after).replaceAll("\n", findLineEnd(text, start));
  return {
    status: "replaced",
    text: text.slice(0, start) + inserted + text.slice(end),
    line: countLines(plain, place + before),
  };
}

function toLf(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** Overlapping ones too: which of them is meant is just as open. */
function findPlaces(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    places.push(at);
    if (places.length > MAX_PLACES) break;
  }
  return places;
}

/** Characters that both texts begin and end with, which are no part of the change. */
function countSame(a: string, b: string): { readonly before: number; readonly after: number } {
  const most = Math.min(a.length, b.length);
  let before = 0;
  while (before < most && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < most - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1;
  return { before, after };
}

/** Where a place of the text with LF ends is in the text as it is: each CRLF before it counts one more. */
function toOffset(text: string, plain: string, at: number): number {
  if (text.length === plain.length) return at;
  let offset = at;
  for (let end = text.indexOf("\r\n"); end !== -1 && end < offset; end = text.indexOf("\r\n", end + 2))
    offset += 1;
  return offset;
}

/** That of the line at an offset, or else of the line before it. */
function findLineEnd(text: string, offset: number): "\n" | "\r\n" {
  const next = text.indexOf("\n", offset);
  const end = next === -1 ? text.lastIndexOf("\n", offset) : next;
  return end > 0 && text[end - 1] === "\r" ? "\r\n" : "\n";
}

function countLines(text: string, at: number): number {
  let lines = 1;
  for (let end = text.indexOf("\n"); end !== -1 && end < at; end = text.indexOf("\n", end + 1)) lines += 1;
  return lines;
}
