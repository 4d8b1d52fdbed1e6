import type { FileEdit } from "../../domain/candidate.ts";

/** What is wrong with the text that an edit leaves. `line` is 1-based, null where the whole file is meant. */
export type ContentFault = {
  readonly rule: "text" | "size";
  readonly line: number | null;
  readonly reason: string;
};

const maxFileBytes = 1024 * 1024;
/**
 * Bidirectional controls make a reader see other code than the compiler
 * (https://www.unicode.org/reports/tr55/, "Trojan Source", CVE-2021-42574).
 */
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/;

/** The first fault of an edit's content, or null: it has to be text, of a bounded size, that reads as it runs. Pure. */
export function findContentFault({ path, content }: Pick<FileEdit, "path" | "content">): ContentFault | null {
  if (content === null) {
    return null;
  }
  const sizeBytes = Buffer.byteLength(content);
  if (sizeBytes > maxFileBytes) {
    const reason = `${path} would have ${sizeBytes} bytes, more than ${maxFileBytes}`;
    return { rule: "size", line: null, reason };
  }
  if (!content.isWellFormed()) {
    return { rule: "text", line: null, reason: `${path} is not valid Unicode, so it is not text` };
  }
  const nul = content.indexOf("\0");
  if (nul !== -1) {
    return { rule: "text", line: lineOf(content, nul), reason: `${path} holds a NUL, so it is not text` };
  }
  const hidden = content.search(bidirectional);
  if (hidden !== -1) {
    const reason = `${path} holds a bidirectional control character, which hides what the code does`;
    return { rule: "text", line: lineOf(content, hidden), reason };
  }
  return null;
}

function lineOf(content: string, index: number): number {
  return content.slice(0, index).split("\n").length;
}
