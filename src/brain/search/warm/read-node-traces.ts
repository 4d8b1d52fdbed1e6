import { z } from "zod";
import { checkId } from "../../../domain/gate.ts";
import { findCoveredLines, type V8Function } from "../locate/v8-lines.ts";
import type { Trace } from "../tracer.ts";
import { distinguishNames } from "./distinguish-names.ts";

const scripts = z.record(z.string(), z.array(z.array(z.tuple([z.int(), z.int(), z.int()])).min(1)));
const loadPart = z.object({ file: z.string(), load: z.array(scripts) });
const testPart = z.object({
  ...{ file: z.string(), suite: z.string(), name: z.string(), message: z.string() },
  status: z.enum(["passed", "failed", "skipped"]),
  takes: z.array(scripts),
});
const parts = z.array(z.union([testPart, loadPart]));

type Taken = z.output<typeof scripts>;
type Missed = { readonly start: number; readonly end: number };

/**
 * The traces of tests from what a process wrote: each with what its file went through on loading. `locate` makes a path of
 * the process relative to the root, and `read` gives that file's text. Empty where what was written cannot be read.
 */
export async function readNodeTraces(
  written: string,
  { locate, read }: { locate(path: string): string; read(path: string): Promise<string> },
): Promise<readonly Trace[]> {
  const found = parts.safeParse(parse(written)).data ?? [];
  const texts = new Map<string, string>();
  const paths = new Set(found.flatMap((part) => listTaken(part).flatMap(Object.keys)));
  for (const path of paths) texts.set(path, await read(locate(path)));
  const tests = found.flatMap((part) => ("takes" in part ? [part] : []));
  const loads = new Map(
    found.flatMap((part) => ("load" in part ? [[part.file, findLines(part.load, texts)] as const] : [])),
  );
  return distinguishNames(tests).flatMap((check, at): Trace[] => {
    const takes = tests[at]?.takes ?? [];
    if (takes.length === 0 || check.status === "skipped") return [];
    const own = findLines(takes, texts);
    const onLoad = loads.get(check.file) ?? new Map<string, ReadonlySet<number>>();
    const touched = [...new Set([...onLoad.keys(), ...own.keys()])];
    const lines = touched.map((path) => {
      const both = (own.get(path) ?? new Set<number>()).union(onLoad.get(path) ?? new Set<number>());
      return [locate(path), both] as const;
    });
    const missed = touched.map((path) => [locate(path), findMissed(takes, path, texts)] as const);
    return [{ test: checkId(check), status: check.status, lines: new Map(lines), missed: new Map(missed) }];
  });
}

/** Path → lines that were executed in any of the takes. */
function findLines(
  takes: readonly Taken[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, ReadonlySet<number>>();
  for (const taken of takes) {
    for (const path of Object.keys(taken)) {
      const text = texts.get(path) ?? "";
      const functions = listFunctions(taken, path, text);
      const covered = findCoveredLines(text, functions).union(findFirstLines(text, functions));
      lines.set(path, covered.union(lines.get(path) ?? new Set()));
    }
  }
  return lines;
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return [];
  }
}

function listTaken(part: z.output<typeof parts>[number]): readonly Taken[] {
  return "takes" in part ? part.takes : part.load;
}

/** Node takes a byte order mark away, and V8's offsets count without it. */
function listFunctions(taken: Taken, path: string, text: string): readonly V8Function[] {
  const moved = text.startsWith("\uFEFF") ? 1 : 0;
  return (taken[path] ?? []).map((ranges) => ({
    ranges: ranges.map(([start, end, count]) => ({
      startOffset: start + moved,
      endOffset: end + moved,
      count,
    })),
  }));
}

/** Lines on which functions begin that were called: what is ahead of one on its line is no part of it. */
function findFirstLines(text: string, functions: readonly V8Function[]): ReadonlySet<number> {
  const starts = functions.flatMap(({ ranges: [whole] }) =>
    whole !== undefined && whole.count > 0 && whole.startOffset > 0 ? [whole.startOffset] : [],
  );
  return new Set(starts.map((start) => text.slice(0, start).split("\n").length));
}

/** Parts of functions that were called, and that none of the calls came to. */
function findMissed(
  takes: readonly Taken[],
  path: string,
  texts: ReadonlyMap<string, string>,
): readonly Missed[] {
  const text = texts.get(path) ?? "";
  const counts = new Map<string, { readonly part: Missed; isMissed: boolean }>();
  for (const taken of takes) {
    for (const { startOffset, endOffset, count } of listParts(listFunctions(taken, path, text))) {
      const key = `${startOffset}-${endOffset}`;
      const known = counts.get(key) ?? { part: { start: startOffset, end: endOffset }, isMissed: true };
      counts.set(key, { ...known, isMissed: known.isMissed && count === 0 });
    }
  }
  return [...counts.values()].flatMap(({ part, isMissed }) => (isMissed ? [part] : []));
}

/** The blocks of functions that were called, and the functions within those. */
function listParts(functions: readonly V8Function[]): V8Function["ranges"] {
  const wholes = functions.flatMap(({ ranges }) => ranges.slice(0, 1));
  const called = wholes.filter(({ count }) => count > 0);
  const inner = wholes.filter((whole) =>
    called.some(
      (outer) =>
        outer !== whole && outer.startOffset <= whole.startOffset && whole.endOffset <= outer.endOffset,
    ),
  );
  const blocks = functions.flatMap(({ ranges }) => ((ranges[0]?.count ?? 0) > 0 ? ranges.slice(1) : []));
  return [...blocks, ...inner];
}
