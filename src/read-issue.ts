import { open } from "node:fs/promises";
import path from "node:path";
import { describeError, usageError } from "./domain/errors.ts";
import type { Issue } from "./domain/issue.ts";
import { parseIssue } from "./work/parse-issue.ts";

const MAX_BYTES = 64 * 1024;

/**
 * Reads what a person asks for from a file, see `parseIssue`.
 *
 * @throws the usage error `ISSUE_UNREADABLE` for a file that is not there, empty, no text or larger than 64 KiB
 */
export async function readIssue(file: string): Promise<Issue> {
  const bytes = await readBytes(file);
  if (bytes.length > MAX_BYTES) throw unreadable(file, `it has more than ${MAX_BYTES / 1024} KiB`);
  const isJson = path.extname(file).toLowerCase() === ".json";
  const parsed = parseIssue(decode(file, bytes), { isJson });
  if (parsed.status === "unreadable") throw unreadable(file, parsed.reason);
  return parsed.issue;
}

/** No more than what tells that a file is too large: it may be a device without an end. */
async function readBytes(file: string): Promise<Buffer> {
  const buffer = Buffer.alloc(MAX_BYTES + 1);
  try {
    await using handle = await open(file);
    let size = 0;
    while (size < buffer.length) {
      const { bytesRead } = await handle.read(buffer, size, buffer.length - size);
      if (bytesRead === 0) break;
      size += bytesRead;
    }
    return buffer.subarray(0, size);
  } catch (error) {
    throw unreadable(file, describeError(error), error);
  }
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable(file, "it is no text in UTF-8", error);
  }
}

function unreadable(file: string, reason: string, cause?: unknown) {
  return usageError({
    code: "ISSUE_UNREADABLE",
    message: `The issue ${file} cannot be used: ${reason}.`,
    hint: "Name a file of at most 64 KiB: Markdown or text with the title on its first line, or JSON with title and body.",
    cause,
  });
}
