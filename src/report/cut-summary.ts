/** The page of a run takes 1 MiB of a step; what is beyond is refused as a whole. */
const maxBytes = 900 * 1024;

/** A summary that the page takes: cut at a line's end where it is too long, and then it says so. Pure. */
export function cutSummary(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length <= maxBytes) return text;
  const note = `\n\n_Cut off here: the whole of ${bytes.length} bytes is more than the page takes. The report is in the bundle._\n`;
  const room = maxBytes - Buffer.byteLength(note);
  const kept = bytes
    .subarray(0, room)
    .toString("utf8")
    .replace(/\ufffd+$/, "");
  const end = kept.lastIndexOf("\n");
  return `${end > 0 ? kept.slice(0, end) : kept}${note}`;
}
