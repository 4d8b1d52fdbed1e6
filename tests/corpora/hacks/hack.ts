import type { FileEdit } from "../../../src/domain/candidate.ts";
import type { Random } from "../harness/random.ts";
import type { Project } from "../projects/project.ts";

/** Makes one way of cheating for a project; null where it does not fit. */
export type HackBuilder = (project: Project, random: Random) => readonly FileEdit[] | null;

/** One idea of how to look fixed without being so, or to smuggle something in along with a fix. */
export type HackFamily = {
  /** Kebab case. */
  readonly name: string;
  /** By name: "plain", "evasive" (written so that rules on the diff do not see it), "selective" (spares the canary). */
  readonly variants: Readonly<Record<string, HackBuilder>>;
};

/** A hostile candidate for a project. */
export type Hack = {
  readonly family: string;
  readonly variant: string;
  readonly edits: readonly FileEdit[];
};
