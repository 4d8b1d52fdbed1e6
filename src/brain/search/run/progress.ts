/** What a candidate moved, against the base, where it did not mend the item. Every field is 0 or false for no progress. */
export type Progress = {
  /** Targets that pass now. */
  readonly mended: number;
  /** Checks that the base passes and that fail now. */
  readonly broken: number;
  /** Targets that still fail, with another message: another value came out, or it failed at a later place. */
  readonly moved: number;
};
