import { createHash } from "node:crypto";

/** The nth name that a nonce gives: hexadecimal, and the others do not follow from it. */
export function deriveToken(nonce: string, index: number): string {
  return createHash("sha256").update(`${nonce}:${index}`).digest("hex").slice(0, 16);
}
