import { z } from "zod";
import { checkId } from "../../../domain/gate.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { Trace } from "../tracer.ts";
import { distinguishNames } from "./distinguish-names.ts";
import { insertTexts } from "./instrument/insert-texts.ts";
import { type CoveredPart, planCover } from "./instrument/plan-cover.ts";
import { BASE_FUEL, type NodeBase } from "./node-base.ts";
import type { NodeRequest } from "./node-messages.ts";
import type { WarmOpenInput } from "./warm-session.ts";

const TRACE_MS = 120_000;

const marks = z.array(z.string());
const parts = z.array(
  z.object({
    ...{ file: z.string(), load: marks },
    tests: z.array(
      z.object({
        ...{ suite: z.string(), name: z.string(), message: z.string(), marks },
        status: z.enum(["passed", "failed", "skipped"]),
      }),
    ),
  }),
);

type File = { readonly path: string; readonly parts: readonly CoveredPart[] };

/**
 * The traces of tests whose sources the runner rewrites, so that V8's places are other ones than those on the disk: the
 * editable files that tests load tell by marks in their own text what is executed.
 */
export async function traceByMarks(
  task: Pick<WarmOpenInput["task"], "editableFiles" | "sandbox">,
  deps: {
    readonly base: Pick<NodeBase, "files" | "modules">;
    readonly parser: SourceParser;
    ask(request: NodeRequest): Promise<string>;
  },
): Promise<readonly Trace[]> {
  const loaded = new Set([...deps.base.modules.values()].flatMap((paths) => [...paths]));
  const files: File[] = [];
  const edits: { readonly path: string; readonly content: string }[] = [];
  for (const path of task.editableFiles.filter((file) => loaded.has(file))) {
    const text = (await task.sandbox.read(path))?.toString("utf8") ?? "";
    const outcome = await deps.parser.parse(path, text);
    if (outcome.status === "skipped") continue;
    const plan = planCover(outcome.source, (index) => `__nightshift_mark("${files.length}:${index}")`);
    edits.push({ path, content: insertTexts(text, plan.insertions) });
    files.push({ path, parts: plan.parts });
  }
  const written = await deps.ask({
    ...{ kind: "mark", edits, fuel: 0, fuelEach: BASE_FUEL, wallMs: TRACE_MS, first: [], targets: [] },
    rest: deps.base.files,
  });
  return read(written).flatMap(({ file, load, tests }) =>
    distinguishNames(tests.map((test) => ({ ...test, file }))).flatMap((check, at): Trace[] => {
      if (check.status === "skipped") return [];
      return [
        { test: checkId(check), status: check.status, ...describe(load, tests[at]?.marks ?? [], files) },
      ];
    }),
  );
}

function read(written: string): z.output<typeof parts> {
  try {
    return parts.safeParse(JSON.parse(written)).data ?? [];
  } catch {
    return [];
  }
}

/** Lines of all marks; what was missed, of the test's own alone. */
function describe(
  load: readonly string[],
  own: readonly string[],
  files: readonly File[],
): Required<Pick<Trace, "lines" | "missed">> {
  const hits = groupMarks(own, files);
  const all = groupMarks([...load, ...own], files);
  const lines = new Map<string, ReadonlySet<number>>();
  const missed = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
  for (const { path, parts: known } of files) {
    const touched = all.get(path);
    if (touched === undefined) continue;
    lines.set(path, new Set([...touched].flatMap((index) => known[index]?.lines ?? [])));
    const here = hits.get(path) ?? new Set();
    const left = known.filter(({ parent }, index) => parent !== null && here.has(parent) && !here.has(index));
    missed.set(
      path,
      left.map(({ start, end }) => ({ start, end })),
    );
  }
  return { lines, missed };
}

function groupMarks(
  found: readonly string[],
  files: readonly File[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const grouped = new Map<string, Set<number>>();
  for (const mark of found) {
    const [file = "", index = ""] = mark.split(":");
    const path = files[Number(file)]?.path ?? "";
    const set = grouped.get(path) ?? new Set();
    grouped.set(path, set.add(Number(index)));
  }
  return grouped;
}
