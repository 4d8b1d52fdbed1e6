import { createHash } from "node:crypto";
import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";

/** Codes of https://github.com/multiformats/multicodec. */
const raw = 0x55;
const sha256 = 0x12;

/** The content id of bytes: CIDv1, SHA-256, raw, in base32 (https://github.com/multiformats/cid). Pure. */
export function computeCid(bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest();
  return CID.createV1(raw, create(sha256, hash)).toString();
}
