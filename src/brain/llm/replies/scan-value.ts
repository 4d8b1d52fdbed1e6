import { findCommentEnd } from "./find-comment-end.ts";
import { isStringEnd } from "./is-string-end.ts";

/** How the object or list that opens somewhere ends: `end` is behind the bracket that decided it. */
export type ValueScan =
  | { readonly status: "closed" | "mismatched"; readonly end: number }
  /** The text is over before it is. */
  | { readonly status: "open" }
  | { readonly status: "too-deep" };

/** How exact a text is expected to be. */
export type ScanManner = {
  /** Brackets in brackets. */
  readonly maxDepth: number;
  /**
   * Strict: strings as JSON has them. Lenient: single quotes and comments too, and a quote ends its string only where
   * a comma, a colon or a bracket follows, so that quotes that nobody escaped stay inside.
   */
  readonly manner: "strict" | "lenient";
};

const closers: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** Finds the end of the object or list that opens at `from`, in one pass. */
export function scanValue(text: string, from: number, { maxDepth, manner }: ScanManner): ValueScan {
  const isLenient = manner === "lenient";
  const open: string[] = [];
  let before = ",";
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    const end = isLenient ? findCommentEnd(text, at) : at;
    if (end === -1) return { status: "open" };
    if (end > at) {
      at = end;
      continue;
    }
    if (character === '"' || (isLenient && character === "'")) {
      const isStart = !isLenient || "{[,:".includes(before);
      at = isStart ? endString(text, at, isLenient) : at + 1;
      if (at === -1) return { status: "open" };
      before = character;
      continue;
    }
    at += 1;
    if (/\s/.test(character)) continue;
    before = character;
    const closer = closers[character];
    if (closer !== undefined) {
      open.push(closer);
      if (open.length > maxDepth) return { status: "too-deep" };
    } else if (character === "}" || character === "]") {
      if (open.pop() !== character) return { status: "mismatched", end: at };
      if (open.length === 0) return { status: "closed", end: at };
    }
  }
  return { status: "open" };
}

function endString(text: string, from: number, isLenient: boolean): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === quote && (!isLenient || isStringEnd(text, at + 1))) return at + 1;
  }
  return -1;
}
