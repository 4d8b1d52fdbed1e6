import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readTraceFiles } from "../../brain/search/locate/read-trace-files.ts";
import { locateInTree } from "../../brain/search/tracer.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";

const reportSchema = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(
        z.object({ functionName: z.string(), ranges: z.array(z.object({ count: z.number() })) }),
      ),
    }),
  ),
});

/** Path → names of functions that were called. A file that was loaded is there, whatever was called in it. */
export type CalledFunctions = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which functions V8 counted calls of, by name, for runners that translate code before they run it: its lines are other
 * ones then, but its functions keep their names. `folder` is what NODE_V8_COVERAGE named, as the host sees it.
 */
export async function readCalledFunctions(
  folder: string,
  {
    sandbox,
    sources,
  }: { readonly sandbox: Pick<Sandbox, "mountPath">; readonly sources: ReadonlySet<string> },
): Promise<CalledFunctions> {
  const called = new Map<string, Set<string>>();
  for (const text of await readTraceFiles(folder, /^coverage-.*\.json$/)) {
    for (const { url, functions } of parseReport(text)) {
      const path = url.startsWith("file://") ? locateInTree(toPath(url), sandbox) : null;
      if (path === null || !sources.has(path)) continue;
      const names = called.get(path) ?? new Set<string>();
      for (const { functionName, ranges } of functions)
        if ((ranges[0]?.count ?? 0) > 0) names.add(shorten(functionName));
      called.set(path, names);
    }
  }
  return called;
}

/** V8 says `get size`, `#secret` and `exports.parse`. */
function shorten(name: string): string {
  return /[\w$]*$/.exec(name)?.[0] ?? "";
}

/** Runners add queries to tell versions of a module apart. */
function toPath(url: string): string {
  try {
    return fileURLToPath(url.replace(/[?#].*$/, ""));
  } catch {
    return "";
  }
}

/** A process that was killed may leave half a report; it says nothing then. */
function parseReport(text: string): z.infer<typeof reportSchema>["result"] {
  try {
    return reportSchema.parse(JSON.parse(text)).result;
  } catch {
    return [];
  }
}
