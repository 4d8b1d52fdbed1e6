import { stripVTControlCharacters } from "node:util";
import type { Check } from "../../domain/gate.ts";

const MAX_MESSAGE_BYTES = 2048;
const MAX_STACK_BYTES = 4096;
/** A frame of a V8 stack (https://v8.dev/docs/stack-trace-api); what stands ahead of the first one is the message. */
const stackFrame = /^ {2,}at .+(?::\d+:\d+\)?|\((?:<anonymous>|native|index \d+)\))$/m;

/**
 * Message and stack of a failing check, without colours: the message's first 2 KiB, the stack's first 4 KiB. Without
 * a message of its own it is what a stack says ahead of its first frame. Empty ones are absent.
 */
export function excerptFailure(failure: {
  readonly message?: string | undefined;
  readonly stack?: string | undefined;
}): Pick<Check, "message" | "stack"> {
  const stack = clip(failure.stack ?? "", MAX_STACK_BYTES);
  const given = failure.message ?? "";
  const message = clip(beforeFrames(given.trim() === "" ? stack : given), MAX_MESSAGE_BYTES).trimStart();
  return { ...(message === "" ? {} : { message }), ...(stack === "" ? {} : { stack }) };
}

function beforeFrames(text: string): string {
  const start = text.slice(0, 4 * MAX_STACK_BYTES);
  const match = stackFrame.exec(start);
  return match === null || match.index === 0 ? start : start.slice(0, match.index);
}

/** Cuts before it cleans, since the text may be huge, and never in the middle of a character. */
function clip(text: string, maxBytes: number): string {
  const plain = stripVTControlCharacters(text.slice(0, 4 * maxBytes))
    .replaceAll("\r\n", "\n")
    .replace(/^\n+|\s+$/g, "");
  if (Buffer.byteLength(plain) <= maxBytes) return plain;
  const bytes = Buffer.from(plain).subarray(0, maxBytes - 3);
  return `${bytes.toString("utf8").replace(/\uFFFD+$/, "")}…`;
}
