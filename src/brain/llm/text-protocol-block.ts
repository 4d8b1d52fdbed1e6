import { readJson } from "./replies/read-json.ts";
import { replyLimits } from "./replies/reply-limits.ts";
import { scanBlock } from "./replies/scan-block.ts";

/** A call as text holds it. `arguments` is JSON, or what the model wrote instead. */
export type TextCall = { readonly name: string; readonly arguments: string };

/** The calls of one block, which is over at `end`, or why nothing of the reply may be run. */
export type CallBlock =
  | { readonly status: "read"; readonly calls: readonly TextCall[]; readonly end: number }
  | { readonly status: "unusable"; readonly reason: string };

const blockEnd = /\s*(?:`{3,}|~{3,}|<\/tool_call>)/y;
const nextPiece = /[\s,;]*(?=[{[])/y;

/**
 * Reads a block of calls from behind its mark: an object of name and arguments, several of them, or a list. A call that
 * cannot be read comes with its raw text as arguments where its name is plain, so that it is answered like any call with
 * bad arguments.
 */
export function readCallBlock(text: string, from: number): CallBlock {
  const calls: TextCall[] = [];
  let end = from;
  for (let at = match(nextPiece, text, end); at !== -1; at = match(nextPiece, text, end)) {
    const scan = scanBlock(text, at);
    if (scan.status === "open") return unusable("a call is cut off: not every bracket and quote is closed");
    if (scan.status === "too-deep")
      return unusable(`a call is nested deeper than ${replyLimits.maxDepth} levels`);
    end = scan.end;
    const piece = readCalls(text.slice(at, end));
    if (piece === null) return unusable("a call has no name that can be read");
    calls.push(...piece);
  }
  if (calls.length === 0) return unusable("a block of calls holds no JSON object");
  const closed = match(blockEnd, text, end);
  return { status: "read", calls, end: closed === -1 ? end : closed };
}

/** A call from its object, null where it is none. `exact`: name and arguments, and nothing besides. */
export function toTextCall(value: unknown, manner: "exact" | "loose"): TextCall | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { name, arguments: given, ...others } = value as Readonly<Record<string, unknown>>;
  if (manner === "exact") {
    const isCall = typeof name === "string" && typeof given === "object" && Object.keys(others).length === 0;
    return isCall ? { name, arguments: JSON.stringify(given) } : null;
  }
  const { tool, function: inner, parameters, args, input, id, type, ...flat } = others;
  if (typeof inner === "object") return toTextCall(inner, manner);
  const called = [name, tool, inner].find((candidate) => typeof candidate === "string");
  if (called === undefined) return null;
  const passed = given ?? parameters ?? args ?? input ?? flat;
  return { name: called, arguments: typeof passed === "string" ? passed : JSON.stringify(passed) };
}

function readCalls(piece: string): readonly TextCall[] | null {
  const read = readJson(piece, { mayRepair: true });
  if (read.status === "unreadable") {
    const name = /["'](?:name|tool)["']\s*:\s*["']([\w.-]{1,60})["']/.exec(piece)?.[1];
    return name === undefined ? null : [{ name, arguments: piece }];
  }
  const calls = (Array.isArray(read.value) ? read.value : [read.value]).map((value) =>
    toTextCall(value, "loose"),
  );
  return calls.every((call) => call !== null) ? calls : null;
}

function match(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function unusable(reason: string): CallBlock {
  return { status: "unusable", reason };
}
