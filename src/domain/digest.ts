import { createHash } from "node:crypto";

/** SHA-256 of the parts, each length-prefixed so that no two lists collide; hex, 64 characters. */
export function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${Buffer.byteLength(part)}:`);
    hash.update(part);
  }
  return hash.digest("hex");
}
