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
  /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:(?<call>tool(?:_?(?:calls?|code|use))?)[ \t]*$|(?<result>results?\b))|(?<tag><tool_call>)|[<[◁]/gim;

/**
 * Reads the calls of a reply in the text protocol: fenced `tool` blocks, or `<tool_call>` as some models are trained to
 * write. Where there is no such block, JSON that is set off and holds the name of a tool and its arguments alone is a
 * call too. A reply that runs ahead and makes up a result is read as far as that; one that is cut off calls nothing.
 */
export function parseTextCalls(text: string, tools: readonly Pick<ModelTool, "name">[]): TextCalls {
  const { maxChars, maxBlocks } = replyLimits;
  if (text.length > maxChars)
    return { status: "unusable", said: "", reason: `the reply is longer than ${maxChars} characters` };
  let said = "";
  let calls: TextCall[] = [];
  let isMarked = false;
  let at = 0;
  for (let stop = findStop(text, at); stop !== null; stop = findStop(text, at)) {
    const { call, tag, result } = stop.groups ?? {};
    if (result !== undefined) {
      text = text.slice(0, stop.index);
      break;
    }
    if (call !== undefined || tag !== undefined) {
      const block = readCallBlock(text, stop.index + stop[0].length);
      if (block.status === "unusable")
        return { status: "unusable", said: said + text.slice(at), reason: block.reason };
      isMarked = true;
      calls = [...calls, ...block.calls];
      if (calls.length > maxBlocks)
        return { status: "unusable", said, reason: `the reply holds more than ${maxBlocks} calls` };
      said += text.slice(at, block.end);
      at = block.end;
      continue;
    }
    const thought = passThought(text, stop.index);
    if (thought.status === "cut") return { status: "unusable", said, reason: thought.reason };
    const isThought = thought.status === "thought";
    if (isThought && thought.isAllBefore) {
      said = "";
      calls = [];
    } else said += text.slice(at, isThought ? stop.index : stop.index + 1);
    at = isThought ? thought.end : stop.index + 1;
  }
  said = (said + text.slice(at)).trim();
  if (isMarked) return { status: "read", said, calls };
  return findUnmarkedCalls(said, tools);
}

function findStop(text: string, from: number): RegExpExecArray | null {
  stops.lastIndex = from;
  return stops.exec(text);
}

/** JSON without a mark of its own is a call only where it can be nothing else. */
function findUnmarkedCalls(said: string, tools: readonly Pick<ModelTool, "name">[]): TextCalls {
  const found = findJsonBlocks(said);
  if (found.status !== "found") {
    // What looks cut off may as well be code in prose.
    const isCall = /["']name["']\s*:/.test(said);
    return isCall ? { status: "unusable", said, reason: found.reason } : { status: "read", said, calls: [] };
  }
  const calls = found.blocks.flatMap(({ text, isSetOff }) => {
    const read = isSetOff ? readJson(text, { mayRepair: false }) : null;
    const call = read?.status === "read" ? toTextCall(read.value, "exact") : null;
    return call !== null && tools.some(({ name }) => name === call.name) ? [call] : [];
  });
  return { status: "read", said, calls };
}
