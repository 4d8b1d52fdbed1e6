/** Another module that a file asks for, as it names it. */
export type ImportedModule = {
  /** `lodash/fp`, `./a.js`, `os.path`, `github.com/a/b`, `serde`. */
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
};
