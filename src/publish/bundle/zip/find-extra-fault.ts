/** Times and owners, by Info-ZIP: the only extra fields that change nothing. Zip64, Unicode names and AES are others. */
const harmless: ReadonlySet<number> = new Set([0x5455, 0x5855, 0x7855, 0x7875]);

/** What is wrong with the extra fields of an entry, to finish the sentence "<name> …"; null: nothing. Pure. */
export function findExtraFault(extra: Buffer): string | null {
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at);
    if (!harmless.has(id))
      return `has the extra field 0x${id.toString(16).padStart(4, "0")}, which is not taken`;
    at += 4 + extra.readUInt16LE(at + 2);
  }
  return at === extra.length ? null : "has extra fields that do not fit";
}
