import type { ModelTool } from "../../domain/model.ts";
import { findJsonBlocks } from "./replies/find-json-blocks.ts";
import { passThought } from "./replies/pass-thought.ts";
import { readJson } from "./replies/read-json.ts";
import { replyLimits } from "./replies/reply-limits.ts";
import { readCallBlock, type TextCall, toTextCall } from "./text-protocol-block.ts";

/** What a reply in text says and calls. */
export type TextCalls =
  | {
      readonly status: "read";
      /** Without thoughts, and without results that the model made up itself. Calls stand in it as they were written. */
      readonly said: string;
      readonly calls: readonly TextCall[];
    }
  /** Nothing of it may be run: `reason` is a clause. */
  | { readonly status: "unusable"; readonly said: string; readonly reason: string };

/** A block of calls, a result (only the other side writes those), or what opens a thinking mark. */
const stops =
  /^[ \t]*(?:(?:`{3,}|~{3,})[ \t]*(?:(?<call>tool(?:_?(?:calls?|code|use))?)[ \t]*$|(?<result>results?\b))|(?<tag><tool_call>))|<(?=[/|a-z])|\[(?=\/?THINK)|◁/gim;

/**
 * Reads the calls of a reply in the text protocol: fenced `tool` blocks, or `<tool_call>` as some models are trained to
 * write. Where there is no such block, JSON that is set off and holds the name of a tool and its arguments alone is a
 * call too. A reply that runs ahead and makes up a result is read as far as that; one that is cut off calls nothing.
 */
export function parseTextCalls(text: string, tools: readonly Pick<ModelTool, "name">[]): TextCalls {
  const { maxChars } = replyLimits;
  if (text.length > maxChars)
    return { status: "unusable", said: "", reason: `the reply is longer than ${maxChars} characters` };
  const marked = readMarkedCalls(text);
  if (marked.isMarked) return marked.calls;
  const unmarked = findUnmarkedCalls(text.slice(0, marked.end), tools);
  const hasCalls = unmarked.status === "unusable" || unmarked.calls.length > 0;
  return hasCalls ? unmarked : marked.calls;
}

/** `end`: where the reply runs ahead, or its length. */
type MarkedCalls = { readonly isMarked: boolean; readonly calls: TextCalls; readonly end: number };

/** Goes from mark to mark; what stands in a block is content, whatever marks it holds. */
function readMarkedCalls(text: string): MarkedCalls {
  let before = "";
  let start = 0;
  let calls: readonly TextCall[] = [];
  let isMarked = false;
  let at = 0;
  const said = (end: number) => (before + text.slice(start, end)).trim();
  const give = (reason: string): MarkedCalls => {
    return { isMarked, calls: { status: "unusable", said: said(text.length), reason }, end: text.length };
  };
  for (let stop = findStop(text, at); stop !== null; stop = findStop(text, at)) {
    const { index: from, groups } = stop;
    if (groups?.result !== undefined)
      return { isMarked, calls: { status: "read", said: said(from), calls }, end: from };
    if (groups?.call !== undefined || groups?.tag !== undefined) {
      isMarked = true;
      const block = readCallBlock(text, from + stop[0].length);
      if (block.status === "unusable") return give(block.reason);
      calls = [...calls, ...block.calls];
      if (calls.length > replyLimits.maxBlocks)
        return give(`the reply holds more than ${replyLimits.maxBlocks} calls`);
      at = block.end;
      continue;
    }
    const thought = passThought(text, from);
    if (thought.status === "cut") return give(thought.reason);
    if (thought.status === "none") {
      at = from + 1;
      continue;
    }
    if (thought.isAllBefore) calls = [];
    before = thought.isAllBefore ? "" : before + text.slice(start, from);
    start = thought.end;
    at = thought.end;
  }
  return { isMarked, calls: { status: "read", said: said(text.length), calls }, end: text.length };
}

function findStop(text: string, from: number): RegExpExecArray | null {
  stops.lastIndex = from;
  return stops.exec(text);
}

/** JSON without a mark of its own is a call only where it can be nothing else. */
function findUnmarkedCalls(text: string, tools: readonly Pick<ModelTool, "name">[]): TextCalls {
  const found = findJsonBlocks(text);
  if (found.status !== "found") {
    // What looks cut off may as well be code in prose.
    const isCall = found.status === "thinking" || /["']name["']\s*:/.test(text);
    return isCall
      ? { status: "unusable", said: text, reason: found.reason }
      : { status: "read", said: text, calls: [] };
  }
  const calls = found.blocks.flatMap((block) => {
    const read = block.isSetOff ? readJson(block.text, { mayRepair: false }) : null;
    const call = read?.status === "read" ? toTextCall(read.value, "exact") : null;
    return call !== null && tools.some(({ name }) => name === call.name) ? [call] : [];
  });
  return { status: "read", said: text.trim(), calls };
}
