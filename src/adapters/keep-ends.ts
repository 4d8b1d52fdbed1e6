/** Bytes of one stream, of which the first and the last half of a limit are kept. */
export type KeptEnds = {
  add(chunk: Buffer): void;
  /** What was kept as UTF-8, with a line in the middle that says how much was left out. */
  text(): string;
  isTruncated(): boolean;
};

/** Keeps at most `maxBytes` of a stream in memory, however long it is. */
export function keepEnds(maxBytes: number): KeptEnds {
  const headLimit = Math.ceil(maxBytes / 2);
  const tailLimit = maxBytes - headLimit;
  const head: Buffer[] = [];
  let tail: Buffer[] = [];
  let headBytes = 0;
  let tailBytes = 0;
  let totalBytes = 0;

  function addToTail(chunk: Buffer): void {
    tail.push(chunk);
    tailBytes += chunk.length;
    // Joined only now and then: dropping chunks one by one would move the whole list each time.
    if (tailBytes > 2 * tailLimit + 65_536) {
      // A copy, so that the small rest does not hold the large buffer that it is a part of.
      tail = [Buffer.from(lastBytes(Buffer.concat(tail), tailLimit))];
      tailBytes = tail[0]?.length ?? 0;
    }
  }

  return {
    add(chunk) {
      totalBytes += chunk.length;
      const room = headLimit - headBytes;
      if (room > 0) {
        const part = chunk.subarray(0, room);
        head.push(part);
        headBytes += part.length;
      }
      if (chunk.length > room) addToTail(chunk.subarray(Math.max(0, room)));
    },
    text() {
      const left = totalBytes - maxBytes;
      const end = lastBytes(Buffer.concat(tail), tailLimit);
      if (left <= 0) return Buffer.concat([...head, end]).toString("utf8");
      return `${Buffer.concat(head).toString("utf8")}\n[${left} bytes left out]\n${end.toString("utf8")}`;
    },
    isTruncated: () => totalBytes > maxBytes,
  };
}

function lastBytes(bytes: Buffer, count: number): Buffer {
  return bytes.subarray(Math.max(0, bytes.length - count));
}
