import { thinkingMarks } from "./thinking-marks.ts";

/** What a thinking mark in a reply means for what stands around it. */
export type PassedThought =
  | { readonly status: "none" }
  /** A thought ends at `end`. `isAllBefore`: it began before the reply did, so all that came before is thought. */
  | { readonly status: "thought"; readonly end: number; readonly isAllBefore: boolean }
  | { readonly status: "cut"; readonly reason: string };

/**
 * Whether a thought begins or ends at `at`, and where it is over. Ask only outside of JSON: in a string a mark is
 * content. A mark may close what never opened: some servers keep the opening one to themselves.
 */
export function passThought(text: string, at: number): PassedThought {
  const mark = thinkingMarks.find(
    ({ open, close }) => text.startsWith(open, at) || text.startsWith(close, at),
  );
  if (mark === undefined) return { status: "none" };
  const end = text.indexOf(mark.close, at);
  if (end === -1) return { status: "cut", reason: "the reply ended while the model was still thinking" };
  return { status: "thought", end: end + mark.close.length, isAllBefore: end === at };
}
