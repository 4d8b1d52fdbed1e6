import { createHash } from "node:crypto";

/**
 * Digest of a configuration file's bytes as bundle and verdict carry it: SHA-256 in hex, of nothing where there is no
 * file. Pure.
 */
export function digestConfig(bytes: Uint8Array | null): string {
  return createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");
}
