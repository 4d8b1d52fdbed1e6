import type { Source } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";

/** A statement that is no test: a helper, a hook, a constant, an assertion. */
export type CodeItem = {
  readonly kind: "code";
  /** Its rendering; two statements that do the same have the same. */
  readonly text: string;
  /** Names that it declares where it stands. */
  readonly names: readonly string[];
  readonly node: SyntaxNode;
};

/** What an import binds. */
export type ImportItem = {
  readonly kind: "import";
  /** Local name to what it stands for, such as `cart.js#total`. */
  readonly bindings: ReadonlyMap<string, string>;
  readonly node: SyntaxNode;
};

/** A test or a suite; a loop around tests is a suite too. */
export type TestBlock = {
  readonly kind: "block";
  readonly isTest: boolean;
  /** Rendering of its name, unique with its place among blocks of that name. */
  readonly name: string;
  /** How people call it. */
  readonly title: string;
  /** Rendering of all that decides how it runs besides markers, limits and rows: parameters, decorators, options. */
  readonly header: string;
  /** Renderings of its table's rows; null where it has no table in place. */
  readonly rows: readonly string[] | null;
  /** Timeouts and the like: name to rendering. */
  readonly limits: ReadonlyMap<string, string>;
  /** A test that is only named: nothing in it runs. */
  readonly isEmpty: boolean;
  readonly items: readonly OutlineItem[];
  readonly node: SyntaxNode;
};

export type OutlineItem = CodeItem | ImportItem | TestBlock;

/** What a test file holds, as far as it decides which tests there are and what they check. */
export type TestOutline = { readonly source: Source; readonly items: readonly OutlineItem[] };
