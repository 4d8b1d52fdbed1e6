/** The path of a value in the config: `["gates", 0, "command"]`. */
export type ConfigPath = readonly (string | number)[];

/** One thing that is wrong in a config, and where. */
export type ConfigProblem = {
  /** The file with line and column (1-based), the flag or the environment variable that holds the value. */
  readonly source:
    | { readonly kind: "file"; readonly path: string; readonly line: number; readonly column: number }
    | { readonly kind: "flag" | "environment"; readonly name: string };
  /** Dotted key, `gates[0].command`; "" for the document as a whole. */
  readonly key: string;
  /** What is wrong, with the value that caused it. */
  readonly message: string;
  /** The nearest valid key or value. */
  readonly suggestion?: string;
};
