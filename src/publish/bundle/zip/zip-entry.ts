/** An entry of a zip, as its central directory tells it: claims, until the bytes are there. */
export type ZipEntry = {
  readonly name: string;
  readonly isFolder: boolean;
  readonly flags: number;
  readonly method: "stored" | "deflated";
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
};

/** Bits of an entry's flags: the sizes come after the data. */
export const FLAG_DESCRIPTOR = 0x8;
