import { z } from "zod";

const text = z.string().max(20_000);
const checkName = z.tuple([text, text, text]);
const status = z.enum(["passed", "failed", "skipped"]);
const span = z.tuple([z.int(), z.int()]);

const line = z.union([
  z.object({ check: z.tuple([text, text, text, status, text]) }),
  z.object({
    trace: z.object({
      check: checkName.nullable(),
      status: status.nullable(),
      files: z.record(z.string(), z.object({ lines: z.array(z.int()), missed: z.array(span).optional() })),
    }),
  }),
  z.object({ note: z.object({ id: text, check: checkName.nullable(), type: text, text }) }),
  /** What a test of the base does beyond its process: starts a program, writes into the tree or beside it, reads a source. */
  z.object({ saw: z.tuple([z.enum(["starts", "writes", "shares", "reads"]), text, checkName.nullable()]) }),
]);

/** One line that the process of a request told, in their order. */
export type PythonLine = z.output<typeof line>;

const end = z.union([
  z.object({ end: z.object({ isComplete: z.boolean(), isOut: z.boolean(), used: z.int() }) }),
  z.object({ ended: text }),
]);

/** How the process of a request ended: by itself with all told, or before that and why. */
export type PythonEnd = z.output<typeof end>;

/** What the server of a session writes: text of the candidates' making in the end, checked for its form alone. */
export const serverMessage = z.union([
  z.object({ hello: z.object({ runner: text, tests: z.int() }) }),
  z.object({ unsuited: text }),
  z.object({ seq: z.int(), lines: z.array(line), end }),
]);

/** What became of a request. */
export type PythonReply = { readonly lines: readonly PythonLine[]; readonly end: PythonEnd };

/** What the server is asked to do. */
export type PythonRequest = {
  /** `watch`: also tell what tests do beyond their process. */
  readonly op: "run" | "watch" | "trace" | "observe";
  /** `fork`: from the loaded modules where that is possible; `reload`: load all of the project anew. */
  readonly way: "fork" | "reload";
  /** `gate`: all in the own order of the gate; `mixed`: targets first; `targets`: those, and no others where none passes. */
  readonly order: "gate" | "targets" | "mixed";
  readonly edits: readonly (readonly [path: string, content: string | null])[];
  readonly fuel: number;
  /** Killed after that; far above what the base takes, for what fuel does not see. */
  readonly limitMs: number;
  /** The same for a process that only waits. */
  readonly idleMs: number;
  /** Beyond that for a process that loads everything anew. */
  readonly reloadMs: number;
  /** Tests to run, as file, suite and name; null: all. */
  readonly checks: readonly (readonly string[])[] | null;
};
