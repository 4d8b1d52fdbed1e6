import type { ModelMessage, ModelToolCall } from "../../../domain/model.ts";
import { cleanLine } from "./clean-line.ts";

/** Results that stay whatever their age, counted from the end. */
const KEPT_RESULTS = 4;
const MAX_SUBJECT_CHARS = 80;
/** Tools whose results an edit makes stale: of the same file, or of any. */
const editTools = new Set(["edit_file", "create_file"]);
const treeTools = new Set(["search", "list_directory", "run_gate"]);

/**
 * The messages with every result of a tool cut to a line that an edit made stale since, or that is not among the newest
 * few. What follows the last reply stays: the model has not seen it. Calls, their results and everything that was said keep
 * their places, and nothing gets longer. Pure.
 */
export function elideStaleResults(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  const lastReply = messages.findLastIndex(({ role }) => role === "assistant");
  const calls = listCalls(messages);
  const results = messages.flatMap((message, index) => (message.role === "tool" ? [{ message, index }] : []));
  const oldest = results.at(-KEPT_RESULTS)?.index ?? 0;
  const elided = new Map<number, string>();
  for (const { message, index } of results) {
    const call = calls.get(message.callId);
    if (call === undefined) continue;
    const isStale = results.some(
      (later) => later.index > index && touches(calls.get(later.message.callId), call),
    );
    const line = `${describe(call)}: elided, call it again if needed`;
    const isSeen = index < lastReply;
    if (isSeen && (isStale || index < oldest) && line.length < message.content.length)
      elided.set(index, line);
  }
  return messages.map((message, index) => {
    const content = elided.get(index);
    return content === undefined ? message : { ...message, content };
  });
}

type Call = Pick<ModelToolCall, "name"> & { readonly subject: string };

function listCalls(messages: readonly ModelMessage[]): ReadonlyMap<string, Call> {
  const calls = messages.flatMap((message) => (message.role === "assistant" ? message.toolCalls : []));
  return new Map(calls.map(({ id, name, arguments: given }) => [id, { name, subject: readSubject(given) }]));
}

/** The path that a call is about, or its pattern or name; "" where its arguments cannot be read. */
function readSubject(given: string): string {
  try {
    const { path, pattern, name } = JSON.parse(given) ?? {};
    const subject = [path, pattern, name].find((value) => typeof value === "string") ?? "";
    return subject.replace(/^\.\//, "");
  } catch {
    return "";
  }
}

function touches(later: Call | undefined, earlier: Call): boolean {
  if (later === undefined || !editTools.has(later.name)) return false;
  return treeTools.has(earlier.name) || (earlier.name === "read_file" && earlier.subject === later.subject);
}

function describe({ name, subject }: Call): string {
  return cleanLine(subject === "" ? name : `${name} ${subject}`, MAX_SUBJECT_CHARS);
}
