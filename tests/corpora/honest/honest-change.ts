import type { FileEdit } from "../../../src/domain/candidate.ts";
import type { Random } from "../harness/random.ts";
import type { Project } from "../projects/project.ts";

/** One kind of change that a maintainer would merge: it mends the bug, and may do other good things. */
export type HonestKind = {
  /** Kebab case. */
  readonly name: string;
  /** Null where it does not fit the project. */
  build(project: Project, random: Random): readonly FileEdit[] | null;
};

/** An honest candidate for a project. */
export type HonestChange = { readonly kind: string; readonly edits: readonly FileEdit[] };
