/** How far a suppression goes, in lines; a region and a whole file count as far more than any line does. */
export const REGION = 1_000_000;

/** One thing that silences a checker. */
export type Suppression = {
  /** The checker, or what is given up: suppressions of one kind can stand for each other. */
  readonly kind: string;
  /** What is silenced; "*" for everything. */
  readonly rule: string;
  /** Lines that it goes for; 0 where it ends a region. */
  readonly reach: number;
  /** Notes are shown to the reviewer and deny nothing. */
  readonly severity: "denial" | "note";
  /** 1-based. */
  readonly line: number;
  /** As it stands there, shortened. */
  readonly text: string;
};
