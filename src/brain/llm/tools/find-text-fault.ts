import { isUtf8 } from "node:buffer";
import { quotePath } from "./quote-path.ts";

/** What tools read and write of one file. */
const MAX_BYTES = 1024 * 1024;

/** Why a file's bytes, their number, or a text that is to be written are not for tools; null where they are. Pure. */
export function findTextFault(path: string, content: Uint8Array | string | number): string | null {
  const shown = quotePath(path);
  const sizeBytes = typeof content === "number" ? content : Buffer.byteLength(content);
  if (sizeBytes > MAX_BYTES)
    return `${shown} is too large: ${sizeBytes} bytes, of at most ${MAX_BYTES} that can be read and written. search finds lines in it.`;
  if (typeof content === "number") return null;
  const isText =
    typeof content === "string"
      ? content.isWellFormed() && !content.includes("\0")
      : isUtf8(content) && !content.includes(0);
  return isText ? null : `${shown} is no UTF-8 text; only text can be read and edited.`;
}
