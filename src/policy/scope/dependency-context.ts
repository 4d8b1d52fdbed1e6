import type { ChangeSet } from "../change-set.ts";

/** What decides whether an import is declared: the base's files, and which file asks. */
export type DependencyContext = {
  /** The importing file. */
  readonly path: string;
  readonly isTest: boolean;
  readonly entries: ChangeSet["entries"];
  readBase(path: string): Promise<string | null>;
};
