import { findKeys } from "./find-keys.ts";
import { isDrawnByLot } from "./is-drawn-by-lot.ts";

const privateKey =
  /(-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----)[\s\S]*?(?:(-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----)|$)/g;
/** A line of an environment file, whose values stand without quotes. */
const environmentLine =
  /^([\w. -]*(?:key|secret|token|passw(?:or)?d|pwd|credential)s?\w*\s*=\s*)([^\s"'`#]{12,})/gim;

/**
 * A text without what looks like a key: for what leaves the machine. What is known as secret is hidden elsewhere; this is
 * for keys that a repository holds itself, in an `.env` or a key file that somebody committed. Pure.
 */
export function hideKeys(text: string): string {
  const bare = text
    .replace(privateKey, (_match, begin: string, end: string | undefined) => `${begin}[hidden]${end ?? ""}`)
    .replace(environmentLine, (line, name: string, value: string) =>
      isDrawnByLot(value) ? `${name}[hidden]` : line,
    );
  return findKeys(bare).reduce((hidden, { value }) => hidden.replaceAll(value, "[hidden]"), bare);
}
