/** What a look at one thing found: all is well, something to know, or something that stands in the way. */
export type Finding = {
  readonly check: string;
  readonly status: "ok" | "warning" | "problem";
  readonly detail: string;
  /** What to do about it; "" where nothing is to be done. */
  readonly hint: string;
};
