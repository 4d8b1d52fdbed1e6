import type { Random } from "../harness/random.ts";

/** What tests compare: plain data that JavaScript and Python can both write down. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** One right way to write a function, without indentation of its own. */
export type Fix = {
  readonly body: string;
  /** A private function beside it that the body calls; `{name}` is the function's own name. */
  readonly helper?: string;
};

/** A function's text in one language. */
export type Texts = {
  readonly buggy: string;
  /** By style: "operator", "guard", "loop", "helper". */
  readonly fixes: Readonly<Record<string, Fix>>;
};

/** A small subject of a project: one function that can be wrong in one way, and what shows it. */
export type Domain = {
  /** Of the source file; one lower-case word. */
  readonly module: string;
  /** In camel case; a seed chooses one. */
  readonly names: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly summary: string;
  readonly js: Texts;
  readonly py: Texts;
  /** What the function should give. */
  right(...args: readonly Value[]): Value;
  /** Arguments that the wrong function handles too. */
  ordinary(random: Random): readonly Value[];
  /** Arguments that it gets wrong. */
  edge(random: Random): readonly Value[];
};
