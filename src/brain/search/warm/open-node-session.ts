import { posix } from "node:path";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import { createFuelAdder } from "./instrument/add-fuel.ts";
import { measureNodeBase } from "./measure-node-base.ts";
import type { NodeRequest } from "./node-messages.ts";
import { observeOnNodes } from "./observe-on-nodes.ts";
import { type NodeLink, openNodeLink } from "./open-node-link.ts";
import { readNodeTraces } from "./read-node-traces.ts";
import { runOnNodes } from "./run-on-nodes.ts";
import { traceByMarks } from "./trace-by-marks.ts";
import type { WarmOpenInput, WarmOpening } from "./warm-session.ts";

/** Loading everything once, and tracing it, which is slower. */
const LONG_MS = 120_000;

/** A warm session of Node processes, and the runner whose place they take. */
export type NodeSessionInput = WarmOpenInput & {
  readonly runner: "node-test" | "vitest";
  readonly program: string;
  readonly nodeOptions: readonly string[];
  /** What the runner's engine has to know. */
  readonly settings?: Readonly<Record<string, unknown>>;
};

/** Opens a session if the base does the same in it as in the gate's own run, twice. */
export async function openNodeSession(
  input: NodeSessionInput,
  deps: { readonly parser: SourceParser },
): Promise<WarmOpening> {
  const { task, runner, width } = input;
  const { gate, sandbox, signal } = task;
  const start = (program: string) =>
    openNodeLink({
      ...{ sandbox, cwd: gate.cwd, env: gate.env, width, signal },
      ...{ program, nodeOptions: input.nodeOptions },
      session: { ...input.settings, runner, root: sandbox.mountPath },
    });
  let opened = await start(input.program);
  // The project's own Node may be too old for this; what its tests do in ours is compared like everything else.
  if (opened.status === "unsuited" && sandbox.nodePath !== undefined) opened = await start(sandbox.nodePath);
  if (opened.status === "unsuited") return opened;
  const { link } = opened;
  const fuel = createFuelAdder(deps.parser);
  const measured = await measureNodeBase(task, { link, fuel, width });
  if (measured.status === "unsuited") {
    await link[Symbol.asyncDispose]();
    return measured;
  }
  const { base } = measured;
  return {
    status: "open",
    session: {
      ...{ runner, base: base.checks, baseFuel: base.used },
      async trace() {
        const marking = { base, parser: deps.parser, ask: (request: NodeRequest) => ask(request, link) };
        if (runner === "vitest" || base.hasHang) return await traceByMarks(task, marking);
        const request = { ...plainRequest, kind: "trace", rest: base.files } as const;
        const written = await ask(request, link);
        return await readNodeTraces(written, {
          locate: (path) => posix.relative(sandbox.mountPath, path),
          read: async (path) => (await sandbox.read(path))?.toString("utf8") ?? "",
        });
      },
      observe: (edits) => observeOnNodes(edits, { base, fuel, ask: (request) => ask(request, link) }),
      run: (requests) => runOnNodes(requests, { base, link, fuel, width }),
      [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
    },
  };
}

const plainRequest = {
  ...{ edits: [], fuel: Number.MAX_SAFE_INTEGER, wallMs: LONG_MS, first: [], targets: [] },
} as const satisfies Partial<NodeRequest>;

/** What a request was answered with; "" where it did not come to its end. */
async function ask(request: NodeRequest, link: NodeLink): Promise<string> {
  const outcome = await link.ask(request);
  return outcome.status === "ran" ? (outcome.answer ?? "") : "";
}
