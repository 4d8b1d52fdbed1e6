import type { Command, GateSpec } from "../../domain/gate.ts";

/** The tracked files of a commit, so that what is detected is what the commit holds. */
export type ProjectReader = {
  /** Paths relative to the repository's root, `/` separators. */
  readonly files: readonly string[];
  /** Text of a file, or null when it is not there. */
  read(path: string): Promise<string | null>;
};

/** Something that a gate needs on this machine. */
export type Requirement =
  /** A program on PATH. */
  | { readonly kind: "program"; readonly name: string }
  /** A file relative to the repository's root, such as `node_modules/.bin/vitest`. */
  | { readonly kind: "path"; readonly path: string }
  /** A module that an interpreter has to find; `python` is a program, or a path relative to the root. */
  | { readonly kind: "python-module"; readonly python: string; readonly module: string };

/** Whether a requirement is met. */
export type IsInstalled = (requirement: Requirement) => Promise<boolean>;

/** What a detector looks at. */
export type DetectionInput = { readonly project: ProjectReader; readonly isInstalled: IsInstalled };

/** A gate that was found, why, and what it needs. */
export type FoundGate = {
  readonly spec: GateSpec;
  /** The command as a person would write it into the config: it resolves to the gate's own. */
  readonly written: Command;
  /** For people: `vitest, from scripts.test in package.json`. */
  readonly reason: string;
  readonly requires: readonly Requirement[];
};

/** What a detector found in one ecosystem. */
export type Detection = {
  readonly found: readonly FoundGate[];
  /** What a person should know besides, such as a script that was not understood. */
  readonly notes: readonly string[];
};

/** Finds the gates of one ecosystem; reads nothing but the project and runs nothing of it. */
export type Detector = (input: DetectionInput) => Promise<Detection>;
