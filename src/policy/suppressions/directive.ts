/** A form of words in a comment that silences a checker. */
export type Directive = {
  readonly kind: string;
  /**
   * Matched against each line of a comment, without its marks. The group `rules` holds what is silenced, `far` is there
   * where it goes for a region or a file, `lines` how many lines it goes for, `ends` is there where it ends a region.
   */
  readonly pattern: RegExp;
  /** Default "denial". */
  readonly severity?: "note";
};
