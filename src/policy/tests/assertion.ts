/** One thing that a test demands, read from its syntax. */
export type Assertion = {
  /** `expect`, `assert`, `t`, `self`, `should`, or `python` for the statement. */
  readonly style: string;
  /** Name of the comparison: `toBe`, `deepEqual`, `==`; "" for a bare truth. */
  readonly matcher: string;
  /** Words between, such as `not` and `resolves`, sorted. */
  readonly modifiers: readonly string[];
  /** Rendering of what is looked at. */
  readonly subject: string;
  /** Renderings of what is expected. */
  readonly expected: readonly string[];
  readonly line: number;
};
