import type { PackageJson } from "./package-json.ts";
import type { DetectionInput } from "./project.ts";

/** One package of a Node project, with what its detectors need. */
export type NodePackage = DetectionInput & {
  /** Relative to the repository's root; "." is the root. */
  readonly folder: string;
  readonly manifest: PackageJson;
  /** The package.json at the repository's root, whose dependencies the packages of a workspace share. */
  readonly rootManifest: PackageJson | null;
  /** The tracked files beneath the folder, relative to it; those of nested workspace packages are left out. */
  readonly files: readonly string[];
};
