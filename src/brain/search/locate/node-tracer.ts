import { fileURLToPath } from "node:url";
import { z } from "zod";
import { locateInTree, type Tracer } from "../tracer.ts";
import { readTraceFiles } from "./read-trace-files.ts";
import { findCoveredLines } from "./v8-lines.ts";

const reportSchema = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(
        z.object({
          ranges: z.array(z.object({ startOffset: z.number(), endOffset: z.number(), count: z.number() })),
        }),
      ),
    }),
  ),
});

type Script = z.infer<typeof reportSchema>["result"][number];

/**
 * V8's own coverage of every Node process of a run (https://nodejs.org/api/cli.html#node_v8_coveragedir). It has no
 * notion of tests. TypeScript that Node itself strips keeps its places, so its lines are right too.
 */
export const nodeTracer: Tracer = {
  name: "node",
  isPerTest: false,
  buildEnvironment: (folder) => ({ NODE_V8_COVERAGE: folder }),
  async read(folder, { sandbox, editableFiles, isExact = false }) {
    const editable = new Set(editableFiles);
    const texts = new Map<string, Promise<string>>();
    const readText = (path: string) => {
      const text = texts.get(path) ?? sandbox.read(path).then((content) => content?.toString("utf8") ?? "");
      texts.set(path, text);
      return text;
    };
    const lines = new Map<string, Set<number>>();
    for (const report of await readTraceFiles(folder, /^coverage-.*\.json$/)) {
      for (const script of parseReport(report)) {
        const path = script.url.startsWith("file://")
          ? locateInTree(fileURLToPath(script.url), sandbox)
          : null;
        if (path === null || !editable.has(path)) continue;
        const text = await readText(path);
        if (isExact && !hasPlacesOf(text, script)) continue;
        const covered = findCoveredLines(text, script.functions);
        lines.set(path, (lines.get(path) ?? new Set()).union(covered));
      }
    }
    return lines.size === 0 ? [] : [{ test: null, status: null, lines }];
  },
};

/** The first range is that of the whole script as V8 compiled it. Node names the file at the end of what it has stripped. */
function hasPlacesOf(text: string, { url, functions }: Script): boolean {
  const length = functions[0]?.ranges[0]?.endOffset;
  const bare = text.startsWith("\uFEFF") ? text.length - 1 : text.length;
  return length === bare || length === bare + `\n\n//# sourceURL=${url}`.length;
}

/** A process that was killed may leave half a report; it says nothing then. */
function parseReport(text: string): z.infer<typeof reportSchema>["result"] {
  try {
    return reportSchema.parse(JSON.parse(text)).result;
  } catch {
    return [];
  }
}
