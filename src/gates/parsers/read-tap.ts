import { Parser, type Result } from "tap-parser";
import { trimDiagnostics } from "./trim-diagnostics.ts";

/** One level of a TAP document: the points of the document itself or of a subtest, in order. */
export type TapLevel = {
  /** Name of the subtest; "" for the document. */
  readonly name: string;
  readonly points: readonly TapPoint[];
  readonly comments: readonly string[];
  /** What breaks the protocol on this level, such as a plan that is missing or not kept; null when it is whole. */
  readonly fault: string | null;
};

/** One test point. */
export type TapPoint = {
  readonly result: Result;
  /** The subtest that it closes. */
  readonly child: TapLevel | null;
  /** The last comment ahead of it, without `#`; "" without any. */
  readonly heading: string;
  /** Comments behind it, up to the next point. */
  readonly notes: string[];
};

/** Reads Test Anything Protocol 12 to 14 (https://testanything.org) into levels. */
export function readTap(text: string): TapLevel {
  const parser = new Parser();
  const level = collect(parser);
  parser.end(trimDiagnostics(text));
  return level();
}

function collect(parser: Parser): () => TapLevel {
  const points: TapPoint[] = [];
  const comments: string[] = [];
  let open: (() => TapLevel) | null = null;
  let orphan: string | null = null;
  let fault: string | null = null;
  parser.on("child", (child: Parser) => {
    if (open !== null) orphan = `subtest without a test point: ${open().name}`;
    open = collect(child);
  });
  parser.on("assert", (result: Result) => {
    points.push({ result, child: open?.() ?? null, heading: comments.at(-1) ?? "", notes: [] });
    open = null;
  });
  parser.on("comment", (comment: string) => {
    const plain = comment.replace(/^\s*#\s?/, "").trimEnd();
    comments.push(plain);
    points.at(-1)?.notes.push(plain);
  });
  parser.on("bailout", (reason: string) => {
    fault = `bail out: ${reason.slice(0, 200)}`;
  });
  parser.on(
    "complete",
    (results: { readonly failures: readonly { readonly tapError?: string | null }[] }) => {
      fault ??= results.failures.find(({ tapError }) => typeof tapError === "string")?.tapError ?? null;
    },
  );
  return () => ({ name: parser.name, points, comments, fault: fault ?? orphan });
}
