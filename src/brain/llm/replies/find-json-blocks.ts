import { replyLimits } from "./reply-limits.ts";
import { scanValue, type ValueScan } from "./scan-value.ts";
import { thinkingMarks } from "./thinking-marks.ts";

/** An object or a list, whole, as far as brackets tell. */
export type JsonBlock = {
  readonly text: string;
  /** It stands on lines of its own or, with a quoted key, in a sentence; it is no part of code. */
  readonly isSetOff: boolean;
};

/** What a reply holds: its pieces that look like JSON, in order. */
export type JsonBlocks =
  | { readonly status: "found"; readonly blocks: readonly JsonBlock[] }
  | { readonly status: "cut" | "excessive"; readonly reason: string };

// Marks first: one of them begins with a bracket.
const stops = new RegExp(
  [...thinkingMarks.flatMap(Object.values<string>), "{", "["].map(escapePattern).join("|"),
  "g",
);
const objectStart = /\{\s*(?:["'“‘]|[\w$]+\s*(?::|$)|\/[/*]|$)/y;
const listStart = /\[\s*(?:["'{[\]\d-]|(?:true|false|null)\b|\/[/*]|$)/y;

/**
 * Finds the JSON in a reply, in time linear to its length. What a model says to itself in thinking marks is passed
 * over. A piece that opens like JSON and never closes means that the reply was cut off: then nothing of it is given,
 * neither what stands inside that piece nor what came before it.
 */
export function findJsonBlocks(text: string): JsonBlocks {
  const { maxBlocks, maxDepth } = replyLimits;
  let blocks: JsonBlock[] = [];
  let at = 0;
  for (let stop = findStop(text, at); stop !== null; stop = findStop(text, at)) {
    const [found] = stop;
    const mark = thinkingMarks.find(({ open, close }) => open === found || close === found);
    if (mark !== undefined) {
      // A mark may close what never opened: some servers keep the opening one to themselves.
      if (found === mark.close) blocks = [];
      const end = text.indexOf(mark.close, stop.index);
      if (end === -1) return { status: "cut", reason: "the reply ended while the model was still thinking" };
      at = end + mark.close.length;
    } else if (!looksLikeJson(text, stop.index)) {
      at = stop.index + 1;
    } else {
      const scan = scanBlock(text, stop.index);
      if (scan.status === "open")
        return { status: "cut", reason: "the JSON is cut off: not every bracket and quote is closed" };
      if (scan.status === "too-deep")
        return { status: "excessive", reason: `the JSON is nested deeper than ${maxDepth} levels` };
      at = scan.end;
      blocks.push({
        text: text.slice(stop.index, at),
        isSetOff: isSetOff(text, stop.index, at),
      });
      if (blocks.length > maxBlocks)
        return { status: "excessive", reason: `the reply holds more than ${maxBlocks} pieces of JSON` };
    }
  }
  return { status: "found", blocks };
}

function findStop(text: string, from: number): RegExpExecArray | null {
  stops.lastIndex = from;
  return stops.exec(text);
}

function looksLikeJson(text: string, at: number): boolean {
  const start = text.charAt(at) === "{" ? objectStart : listStart;
  start.lastIndex = at;
  // Prose and links are full of square brackets.
  return start.test(text) && (start === objectStart || startsAlone(text, at));
}

function startsAlone(text: string, at: number): boolean {
  return /(?:^|[\n:`>\]\ufeff])[ \t]*$/.test(text.slice(Math.max(0, at - 20), at));
}

function isSetOff(text: string, from: number, end: number): boolean {
  if (startsAlone(text, from) && /^[ \t]*(?:$|[\r\n`.<[])/.test(text.slice(end, end + 20))) return true;
  const isCode = /(?:[=(,]|\breturn)\s*$/.test(text.slice(Math.max(0, from - 20), from));
  return !isCode && /^\{\s*"/.test(text.slice(from, from + 200));
}

/** Strict JSON is taken as it is; for anything else the lenient scan says where it ends. */
function scanBlock(text: string, from: number): ValueScan {
  const { maxDepth } = replyLimits;
  const strict = scanValue(text, from, { maxDepth, manner: "strict" });
  if (strict.status === "too-deep") return strict;
  if (strict.status === "closed" && isJson(text.slice(from, strict.end))) return strict;
  return scanValue(text, from, { maxDepth, manner: "lenient" });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function escapePattern(text: string): string {
  return text.replaceAll(/[[\]{}|/]/g, "\\$&");
}
