import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip, with whatever lies about it. */
export type CraftedEntry = {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** What is written as packed data, in place of the deflated bytes. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode in the upper half. */
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  readonly localExtra?: Uint8Array;
  readonly comment?: string;
  readonly disk?: number;
  /** Claims of the central directory and of the local header. */
  readonly sizeBytes?: number;
  readonly packedBytes?: number;
  readonly crc?: number;
  readonly localName?: string;
  readonly localSizeBytes?: number;
  readonly offset?: number;
  /** Bytes ahead of the local header. */
  readonly before?: Uint8Array;
  /** First bytes of what follows the data of a streamed entry. */
  readonly descriptor?: string;
  /** Whether it is in the central directory alone. */
  readonly isListedOnly?: boolean;
};

/** What lies about the whole zip. */
export type CraftedEnd = {
  readonly count?: number;
  readonly disk?: number;
  readonly comment?: string;
  readonly startShift?: number;
  /** Bytes between the last entry and the central directory. */
  readonly beforeDirectory?: Uint8Array;
  /** Bytes between the central directory and the end. */
  readonly gap?: Uint8Array;
};

/** A zip as a forger would write it: nothing is checked. With flag 8 the sizes come after the data. */
export function craftZip(entries: readonly CraftedEntry[], end: CraftedEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = entry.bytes ?? Buffer.alloc(0);
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const flags = entry.flags ?? 0;
    const claims = {
      crc: entry.crc ?? crc32(bytes),
      packedBytes: entry.packedBytes ?? packed.length,
      sizeBytes: entry.sizeBytes ?? bytes.length,
    };
    const before = Buffer.from(entry.before ?? []);
    const offset = entry.offset ?? at + before.length;
    if (entry.isListedOnly !== true) {
      const local = Buffer.concat([
        before,
        renderLocal(entry, flags, method, claims),
        packed,
        renderDescriptor(entry, flags, claims),
      ]);
      locals.push(local);
      at += local.length;
    }
    centrals.push(renderCentral(entry, { flags, method, offset, ...claims }));
  }
  const central = Buffer.concat(centrals);
  const beforeDirectory = Buffer.from(end.beforeDirectory ?? []);
  locals.push(beforeDirectory);
  at += beforeDirectory.length;
  return Buffer.concat([
    ...locals,
    central,
    end.gap ?? Buffer.alloc(0),
    renderEnd(entries.length, central.length, at, end),
  ]);
}

type Claims = { readonly crc: number; readonly packedBytes: number; readonly sizeBytes: number };

function renderSizes({ crc, packedBytes, sizeBytes }: Claims): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc, 0);
  sizes.writeUInt32LE(packedBytes, 4);
  sizes.writeUInt32LE(sizeBytes, 8);
  return sizes;
}

function renderLocal(entry: CraftedEntry, flags: number, method: number, claims: Claims): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const extra = Buffer.from(entry.localExtra ?? []);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  const told = { ...claims, sizeBytes: entry.localSizeBytes ?? claims.sizeBytes };
  renderSizes((flags & 8) === 0 ? told : { crc: 0, packedBytes: 0, sizeBytes: 0 }).copy(head, 14);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function renderDescriptor({ descriptor }: CraftedEntry, flags: number, claims: Claims): Buffer {
  return (flags & 8) === 0
    ? Buffer.alloc(0)
    : Buffer.concat([Buffer.from(descriptor ?? "PK\x07\x08"), renderSizes(claims)]);
}

function renderCentral(
  entry: CraftedEntry,
  told: Claims & { readonly flags: number; readonly method: number; readonly offset: number },
): Buffer {
  const name = Buffer.from(entry.name);
  const extra = Buffer.from(entry.extra ?? []);
  const comment = Buffer.from(entry.comment ?? "");
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(told.flags, 8);
  head.writeUInt16LE(told.method, 10);
  renderSizes(told).copy(head, 16);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt16LE(comment.length, 32);
  head.writeUInt16LE(entry.disk ?? 0, 34);
  head.writeUInt32LE((entry.attributes ?? 0o100644 * 0x10000) >>> 0, 38);
  head.writeUInt32LE(told.offset, 42);
  return Buffer.concat([head, name, extra, comment]);
}

function renderEnd(count: number, sizeBytes: number, start: number, end: CraftedEnd): Buffer {
  const comment = Buffer.from(end.comment ?? "");
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(end.disk ?? 0, 4);
  tail.writeUInt16LE(end.count ?? count, 8);
  tail.writeUInt16LE(end.count ?? count, 10);
  tail.writeUInt32LE(sizeBytes, 12);
  tail.writeUInt32LE(start + (end.startShift ?? 0), 16);
  tail.writeUInt16LE(comment.length, 20);
  return Buffer.concat([tail, comment]);
}
