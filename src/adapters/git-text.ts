const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of bytes that are valid UTF-8, else null: a lossy name would name some other file. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The parts of NUL-terminated output, as bytes. */
export function splitAtNul(output: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0, start);
    const stop = end === -1 ? output.length : end;
    parts.push(output.subarray(start, stop));
    start = stop + 1;
  }
  return parts;
}
