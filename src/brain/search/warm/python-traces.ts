import type { Trace } from "../tracer.ts";
import type { PythonReply } from "./python-messages.ts";

/** What each test went through, as a run told it; without what is missed where its Python knows lines alone. Pure. */
export function readPythonTraces({ lines }: Pick<PythonReply, "lines">): readonly Trace[] {
  const traces = lines.flatMap((line) => ("trace" in line ? [line.trace] : []));
  // What ran outside of tests, imports above all, belongs to every test of the process.
  const outside = traces.filter(({ check }) => check === null).map(({ files }) => files);
  return traces.flatMap(({ check, status, files }) => {
    if (check === null) return [];
    const covered = new Map<string, Set<number>>();
    for (const [path, { lines: numbers }] of [files, ...outside].flatMap((part) => Object.entries(part))) {
      covered.set(path, (covered.get(path) ?? new Set()).union(new Set(numbers)));
    }
    const missed = Object.entries(files).flatMap(([path, file]) =>
      file.missed === undefined ? [] : [[path, file.missed.map(([start, end]) => ({ start, end }))] as const],
    );
    return [
      {
        test: JSON.stringify(check),
        status: status === "skipped" ? null : status,
        lines: covered,
        ...(missed.length === 0 ? {} : { missed: new Map(missed) }),
      },
    ];
  });
}
