/** A name that a file offers to others. */
export type ExportedName = {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
};

/** What a file offers. */
export type ExportedNames = {
  readonly exported: readonly ExportedName[];
  /** Names that others can reach although they are not offered, `exported` included. */
  readonly reachable: ReadonlySet<string>;
  /** Whether the file lists what it offers, so that what else is reachable is not meant for others. */
  readonly isExplicit: boolean;
};
