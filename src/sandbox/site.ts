import type { Isolation } from "./isolation.ts";
import type { Limits } from "./limit-arguments.ts";
import type { Toolchains } from "./toolchains.ts";

/** What all sandboxes of a campaign share; paths are absolute. */
export type Site = {
  readonly isolation: Isolation;
  /** Root of the user's repository, which is also where commands see the work tree. */
  readonly root: string;
  /** Folders of programs that candidates may use. */
  readonly path: readonly string[];
  readonly toolchains: Toolchains;
  /** Home of who runs Nightshift. */
  readonly home: string;
  /** An empty file, to be put over others. */
  readonly emptyFile: string;
  /** Nightshift's own run-time files. */
  readonly support: string;
  /** Objects of the decoy. */
  readonly decoyObjects: string;
  /** Folders that must not be seen, whatever else shows the folder above: the state root, the real git directory. */
  readonly hidden: readonly string[];
  readonly limits: Limits;
  /** Where control groups for commands are made; null: limits hold without them. */
  readonly cgroup: string | null;
  /** The caller's variables, of which hardly any gets through. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Where commands under isolation see things. */
export const seenAt = {
  home: "/tmp/home",
  out: "/run/nightshift/out",
  support: "/run/nightshift/support",
  node: "/run/nightshift/node",
  decoyObjects: "/run/nightshift/objects",
} as const;
