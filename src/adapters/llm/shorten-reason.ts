import { createRedactor } from "../redact.ts";

const maxLength = 300;

/** A provider's words as one line that can be shown and kept, without the key. Pure. */
export function shortenReason(words: string, key: string | null): string {
  const hidden = createRedactor(key === null ? [] : [key])(words);
  // The redactor leaves short values alone, which are ordinary words elsewhere.
  const bare = key === null || key === "" ? hidden : hidden.replaceAll(key, "[redacted]");
  const line = bare.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
