/** One change of a text: `start` to `end` (UTF-16 offsets) gives way to `replacement`; every other byte stays. */
export type TextEdit = {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** One line, imperative: "compare with <= instead of <". */
  readonly summary: string;
  /** How likely this is among the edits of its operator, above 0 and at most 1. */
  readonly weight: number;
};

/** The text with the edit in it. */
export function applyTextEdit(text: string, edit: Pick<TextEdit, "start" | "end" | "replacement">): string {
  return text.slice(0, edit.start) + edit.replacement + text.slice(edit.end);
}

/** A name for the text that an edit gives: two edits of one text have the same key only if they give the same. */
export function textEditKey(text: string, edit: Pick<TextEdit, "start" | "end" | "replacement">): string {
  let { start, end, replacement } = edit;
  while (end > start && replacement !== "" && text[end - 1] === replacement.at(-1)) {
    end -= 1;
    replacement = replacement.slice(0, -1);
  }
  while (end > start && replacement !== "" && text[start] === replacement[0]) {
    start += 1;
    replacement = replacement.slice(1);
  }
  if (start === end && replacement === "") return "";
  // A pure insertion or deletion can be told in several places, as in "aa": the leftmost stands for all.
  while (start > 0 && start === end && replacement !== "" && text[start - 1] === replacement.at(-1)) {
    replacement = `${text[start - 1]}${replacement.slice(0, -1)}`;
    start -= 1;
    end -= 1;
  }
  while (start > 0 && end > start && replacement === "" && text[start - 1] === text[end - 1]) {
    start -= 1;
    end -= 1;
  }
  return JSON.stringify([start, end, replacement]);
}
