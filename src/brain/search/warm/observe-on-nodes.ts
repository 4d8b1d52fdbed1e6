import { z } from "zod";
import type { FileEdit } from "../../../domain/candidate.ts";
import type { FuelAdder } from "./instrument/add-fuel.ts";
import { BASE_FUEL, isAffected, type NodeBase } from "./node-base.ts";
import type { NodeRequest } from "./node-messages.ts";
import type { ObservedValue } from "./warm-session.ts";

const OBSERVE_MS = 60_000;

const notes = z.record(
  z.string(),
  z.array(z.object({ test: z.string().nullable(), type: z.string(), text: z.string() })),
);

/** Runs the test files that load an edited one, or are one, and gives what their sources noted; nothing if they do not end. */
export async function observeOnNodes(
  edits: readonly FileEdit[],
  {
    base,
    fuel,
    ask,
  }: { readonly base: NodeBase; readonly fuel: FuelAdder; ask(request: NodeRequest): Promise<string> },
): Promise<ReadonlyMap<string, readonly ObservedValue[]>> {
  const written = await ask({
    kind: "observe",
    edits: await Promise.all(
      edits.map(async ({ path, content }) => ({
        path,
        content: content === null ? null : await fuel.add(path, content),
      })),
    ),
    ...{ fuel: 0, fuelEach: BASE_FUEL, wallMs: OBSERVE_MS, first: [], targets: [] },
    rest: base.files.filter((file) => isAffected(file, edits, base)),
  });
  return new Map(Object.entries(read(written)));
}

function read(written: string): z.output<typeof notes> {
  try {
    return notes.safeParse(JSON.parse(written)).data ?? {};
  } catch {
    return {};
  }
}
