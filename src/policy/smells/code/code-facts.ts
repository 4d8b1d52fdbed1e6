import type { Source } from "../../../syntax/source.ts";
import type { SyntaxNode } from "../../../syntax/syntax-node.ts";

/** What a name is used for: handed around, called (also by `new`), written to (also deleted), or imported. */
export type NameUse = "read" | "alias" | "call" | "write" | "import";

/**
 * An expression that stands for something from outside the file, by its canonical dotted name whatever it is called
 * here: `process.exit`, `child_process.exec`, `os._exit`. A part that is computed and cannot be known is `[*]`.
 */
export type CodeReference = {
  readonly name: string;
  /** `import`: it comes out of an import of this file; `global`: nobody in this file declares it. */
  readonly origin: "global" | "import";
  readonly use: NameUse;
  readonly node: SyntaxNode;
};

/** A string as the program sees it, put together from its parts where they are known. */
export type CodeText = { readonly value: string; readonly node: SyntaxNode };

/** A value that code spells out. Objects and expressions that cannot be known are not among them. */
export type KnownValue = string | number | boolean | null | readonly KnownValue[];

/** What rules ask of a parsed file. */
export type CodeFacts = {
  readonly source: Source;
  readonly references: readonly CodeReference[];
  readonly referencesByName: ReadonlyMap<string, readonly CodeReference[]>;
  readonly texts: readonly CodeText[];
  /** Functions and values by the name that a class, an object or an assignment gives them, as `[Symbol.x]` if computed. */
  readonly definitions: readonly {
    readonly name: string;
    readonly node: SyntaxNode;
    readonly value: SyntaxNode;
  }[];
  /** Calls of methods, by the method's own name, whatever they are called on. */
  readonly methods: readonly { readonly name: string; readonly node: SyntaxNode }[];
  /** Members of anything, by their own names. */
  readonly members: readonly { readonly name: string; readonly node: SyntaxNode }[];
  /** Calls that import while the program runs. */
  readonly imports: readonly SyntaxNode[];
  /** Expressions that are called or written to and stand for more than could be followed. */
  readonly entangled: readonly SyntaxNode[];
  /** Computations that it took to find what expressions stand for, so far. */
  readonly steps: number;
  /** Names that an expression may stand for; empty for what the file makes itself. */
  namesOf(node: SyntaxNode): readonly string[];
  /** The expressions that a name of this file was given. */
  boundTo(node: SyntaxNode): readonly SyntaxNode[];
  /** Whether an expression stands for a function of this file. */
  isFunction(node: SyntaxNode): boolean;
  /** The value of an expression that is spelled out, also through names and by joining parts; undefined otherwise. */
  foldValue(node: SyntaxNode): KnownValue | undefined;
};
