import type { Changeset } from "../../domain/bundle.ts";

/** A file that a changeset writes. */
export type WrittenFile = Extract<Changeset["files"][number], { change: "write" }>;

/** The bytes of a file that a changeset writes. Pure. */
export function decodeContent({ encoding, content }: Pick<WrittenFile, "encoding" | "content">): Buffer {
  return Buffer.from(content, encoding);
}
