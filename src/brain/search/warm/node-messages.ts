import { z } from "zod";

const text = z.string().max(20_000);

const check = z.object({
  file: text,
  suite: text,
  name: text,
  status: z.enum(["passed", "failed", "skipped"]),
  message: text.default(""),
});

/** An outcome as a process tells it. */
export const nodeOutcome = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("ran"),
    checks: z.array(check),
    isComplete: z.boolean(),
    /** Turns of loops and calls that it took. */
    used: z.number().default(0),
    /** Whether a test file took more than `fuelEach`. */
    hasHang: z.boolean().default(false),
    /** Test file → absolute paths of the project's files that it loads, as commands see them. */
    modules: z.record(z.string(), z.array(z.string())).optional(),
    /** Packages that were loaded, as URLs. */
    packages: z.array(z.string()).optional(),
    /** JSON of what was traced or noted. */
    answer: z.string().optional(),
  }),
  z.object({ status: z.literal("out-of-fuel"), checks: z.array(check) }),
  z.object({ status: z.literal("ended"), reason: text, heard: text.optional() }),
]);

/** How a request fared, as a process of a warm session tells it: text of the candidate's making, checked for its form alone. */
export type NodeOutcome = z.output<typeof nodeOutcome>;

/** What the keeper of a session writes; an outcome is read apart, since candidates have their hands in it. */
export const keeperMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("outcome"), id: z.int(), outcome: z.unknown() }),
  z.object({ type: z.literal("dropped"), id: z.int() }),
  /** `fault`: why it cannot work, in a clause. */
  z.object({ type: z.literal("ready"), fault: text.nullable() }),
]);

/** What a process of a session is asked to do. */
export type NodeRequest = {
  readonly kind: "run" | "trace" | "mark" | "observe";
  readonly edits: readonly { readonly path: string; readonly content: string | null }[];
  readonly fuel: number;
  /** For each test file apart; one that takes more is reported as a file that hangs, and the next one is run. */
  readonly fuelEach?: number;
  /** Killed after that. */
  readonly wallMs: number;
  /** Tests that are run ahead of all others; `only` holds their names behind those of their suites; null: the whole file. */
  readonly first: readonly { readonly file: string; readonly only: readonly string[] | null }[];
  /** Ids of which one has to pass in `first` for `rest` to be run. */
  readonly targets: readonly string[];
  /** Whether the run ends with the first test that fails. */
  readonly endsAtFailure?: boolean;
  /** Test files that are run whole. */
  readonly rest: readonly string[];
  readonly wantsModules?: boolean;
};
