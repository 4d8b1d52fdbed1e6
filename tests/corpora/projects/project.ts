import type { FileEdit } from "../../../src/domain/candidate.ts";
import type { Runner } from "../../../src/domain/gate.ts";
import type { Domain, Fix } from "./domain.ts";

/** How a project is written and tested. */
export type ProjectKind = {
  readonly name: "node-esm" | "node-cjs" | "vitest" | "jest" | "mocha" | "tape" | "pytest" | "unittest";
  readonly runner: Runner;
  readonly language: "js" | "py";
  /** Of JavaScript sources. */
  readonly modules: "esm" | "cjs";
};

/** A call and what it should give, as literals of the project's language. */
export type Case = { readonly args: readonly string[]; readonly expected: string };

/** One source file with its tests. */
export type Module = {
  readonly domain: Domain;
  readonly file: string;
  readonly testFile: string;
  readonly functionName: string;
  /** An exported function that no test calls. */
  readonly untestedName: string;
  readonly ordinaryTest: string;
  readonly edgeTest: string;
  readonly ordinaryCases: readonly Case[];
  readonly edgeCases: readonly Case[];
  readonly source: string;
  readonly testSource: string;
};

/** A generated project with one bug and the failing test that shows it. */
export type Project = {
  readonly kind: ProjectKind;
  readonly seed: string;
  readonly files: Readonly<Record<string, string>>;
  /** Its `edgeTest` fails. */
  readonly bug: Module;
  /** Right and tested. The first one's tests run ahead of the bug's where files run by name. */
  readonly others: readonly Module[];
  /** The source file of the bug, mended in one of the domain's styles. */
  mend(style: string): FileEdit;
  /** The source file of the bug with another body, or with code around it. */
  rewrite(change: SourceChange): FileEdit;
};

/** What becomes of a source file; what is absent stays as it is. */
export type SourceChange = Partial<Fix> & {
  /** Lines ahead of everything but imports that stand there already. */
  readonly top?: string;
  /** Lines at the end. */
  readonly bottom?: string;
};
