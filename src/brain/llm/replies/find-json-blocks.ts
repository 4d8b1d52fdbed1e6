import { passThought } from "./pass-thought.ts";
import { replyLimits } from "./reply-limits.ts";
import { scanBlock } from "./scan-block.ts";

/** An object or a list, whole, as far as brackets tell. */
export type JsonBlock = {
  readonly text: string;
  /** It stands on lines of its own or, with a quoted key, in a sentence; it is no part of code. */
  readonly isSetOff: boolean;
};

/** What a reply holds: its pieces that look like JSON, in order. */
export type JsonBlocks =
  | { readonly status: "found"; readonly blocks: readonly JsonBlock[] }
  /** `thinking`: it ended in a thought. */
  | { readonly status: "cut" | "thinking" | "excessive"; readonly reason: string };

/** What opens JSON or a thinking mark. */
const stops = /[{[◁]|<(?=[/|a-z])/g;
const objectStart = /\{\s*(?:["'“‘]|[\w$]+\s*(?::|$)|\/[/*]|$)/y;
const listStart = /\[\s*(?:["'{[\]\d-]|(?:true|false|null)\b|\/[/*]|$)/y;

/**
 * Finds the JSON in a reply, in time linear to its length. What a model says to itself in thinking marks is passed
 * over. A piece that opens like JSON and never closes means that the reply was cut off: then nothing of it is given,
 * neither what stands inside that piece nor what came before it.
 */
export function findJsonBlocks(text: string): JsonBlocks {
  const { maxBlocks, maxDepth } = replyLimits;
  const blocks: JsonBlock[] = [];
  let at = 0;
  for (let from = findStop(text, at); from !== -1; from = findStop(text, at)) {
    const thought = passThought(text, from);
    if (thought.status === "cut") return { status: "thinking", reason: thought.reason };
    if (thought.status === "thought") {
      if (thought.isAllBefore) blocks.length = 0;
      at = thought.end;
    } else if (!looksLikeJson(text, from)) {
      at = from + 1;
    } else {
      const scan = scanBlock(text, from);
      if (scan.status === "open")
        return { status: "cut", reason: "the JSON is cut off: not every bracket and quote is closed" };
      if (scan.status === "too-deep")
        return { status: "excessive", reason: `the JSON is nested deeper than ${maxDepth} levels` };
      // A string that ends behind the end: a quote that nobody escaped made it look whole.
      const misread = /^\s{0,9}["']\s{0,9}[,:}\])]/.exec(text.slice(scan.end, scan.end + 20));
      at = scan.end + (misread?.[0].length ?? 0);
      blocks.push({ text: text.slice(from, at), isSetOff: isSetOff(text, from, at) });
      if (blocks.length > maxBlocks)
        return { status: "excessive", reason: `the reply holds more than ${maxBlocks} pieces of JSON` };
    }
  }
  return { status: "found", blocks };
}

function findStop(text: string, from: number): number {
  stops.lastIndex = from;
  return stops.exec(text)?.index ?? -1;
}

function looksLikeJson(text: string, at: number): boolean {
  const opener = text.charAt(at);
  if (opener !== "{" && opener !== "[") return false;
  const start = opener === "{" ? objectStart : listStart;
  start.lastIndex = at;
  // Prose and links are full of square brackets.
  return start.test(text) && (opener === "{" || startsAlone(text, at));
}

function startsAlone(text: string, at: number): boolean {
  return /(?:^|[\n:`>\]\ufeff])[ \t]*$/.test(text.slice(Math.max(0, at - 20), at));
}

function isSetOff(text: string, from: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, from - 20), from), text.slice(end, end + 20)];
  if (startsAlone(text, from) && /^[ \t]*(?:$|[\r\n`.<[])/.test(after)) return true;
  const isCode = /(?:[=(,]|\breturn)\s*$/.test(before);
  return !isCode && /^\{\s*"/.test(text.slice(from, from + 200));
}
