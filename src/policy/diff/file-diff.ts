/** One line of a hunk, byte by byte (latin1), with its line end where it has one. */
export type HunkLine = { readonly kind: "context" | "removed" | "added"; readonly text: string };

/** A run of changed lines. */
export type Hunk = {
  /** 1-based line of the old file that it starts at; of an empty old side, the line that it comes after. */
  readonly oldStart: number;
  /** The same of the new file. */
  readonly newStart: number;
  readonly lines: readonly HunkLine[];
  /** 1-based line of the diff. */
  readonly at: number;
};

/** What a diff says of one file, before it is held against a tree. Paths are null where git writes /dev/null. */
export type FileDiff = {
  readonly oldPath: string | null;
  readonly newPath: string | null;
  /** Whether the old file stays where it is: a copy. */
  readonly isCopy: boolean;
  /** Mode that the new file gets; null: as before. */
  readonly mode: string | null;
  /** Whether a part of the new content is binary, so that only its presence is known. */
  readonly isBinary: boolean;
  readonly hunks: readonly Hunk[];
  /** 1-based line of the diff that it begins at. */
  readonly at: number;
};
