import { z } from "zod";
import type { BrainTask } from "../../brain.ts";
import { locateInTree, type Trace, type Tracer } from "../tracer.ts";
import { readTraceFiles } from "./read-trace-files.ts";

const lineSchema = z.object({
  test: z.string().nullable(),
  status: z.enum(["passed", "failed"]).nullable(),
  files: z.record(z.string(), z.array(z.number().int())),
});

/** Line coverage of each test by `support/nightshift_trace.py`: a pytest plugin, and for the rest a start-up hook. */
export const pythonTracer: Tracer = {
  name: "python",
  isPerTest: true,
  buildEnvironment(folder, { gate, sandbox }) {
    const isPytest = gate.runner === "pytest";
    const paths = [
      isPytest ? "" : `${sandbox.supportPath}/trace`,
      sandbox.supportPath,
      gate.env.PYTHONPATH ?? "",
    ];
    return {
      PYTHONPATH: paths.filter((path) => path !== "").join(":"),
      NIGHTSHIFT_TRACE_OUT: folder,
      NIGHTSHIFT_TRACE_ROOT: sandbox.mountPath,
      ...(isPytest ? { PYTEST_ADDOPTS: buildPytestOptions(gate) } : {}),
    };
  },
  async read(folder, task) {
    const texts = await readTraceFiles(folder, /\.jsonl$/);
    return texts.flatMap((text) => mergeImports(readLines(text, task)));
  },
};

function buildPytestOptions({ env }: BrainTask["gate"]): string {
  return `${env.PYTEST_ADDOPTS ?? ""} --maxfail=0 -p nightshift_trace`.trim();
}

/** A line that is torn, as when the process was killed, is left out. */
function readLines(text: string, task: Parameters<Tracer["read"]>[1]): readonly Trace[] {
  const editable = new Set(task.editableFiles);
  return text.split("\n").flatMap((line) => {
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success) return [];
    const lines = new Map<string, ReadonlySet<number>>();
    for (const [path, numbers] of Object.entries(parsed.data.files)) {
      const relative = locateInTree(path, task.sandbox);
      if (relative !== null && editable.has(relative)) lines.set(relative, new Set(numbers));
    }
    return [{ test: parsed.data.test, status: parsed.data.status, lines }];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** What ran outside of tests, imports above all, belongs to every test of the process. */
function mergeImports(traces: readonly Trace[]): readonly Trace[] {
  const tests = traces.filter(({ test }) => test !== null);
  if (tests.length === 0) return traces;
  const outside = traces.filter(({ test }) => test === null);
  return tests.map((trace) => {
    const lines = new Map(trace.lines);
    for (const { lines: more } of outside) {
      for (const [path, numbers] of more)
        lines.set(path, (lines.get(path) ?? new Set<number>()).union(numbers));
    }
    return { ...trace, lines };
  });
}
