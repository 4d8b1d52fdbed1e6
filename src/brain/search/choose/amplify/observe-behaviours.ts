import { createRandom } from "../../../../domain/create-random.ts";
import type { SourceParser } from "../../../../syntax/parse-source.ts";
import type { BrainTask } from "../../../brain.ts";
import type { OriginalFile } from "../../run/prepare-candidate.ts";
import { readOriginal } from "../../run/read-original.ts";
import { createFuelAdder } from "../../warm/instrument/add-fuel.ts";
import type { WarmSession } from "../../warm/warm-session.ts";
import { planAmplified } from "./plan-amplified.ts";
import { scriptTurn } from "./script-writer.ts";

/** Test files that are varied, the item's own. */
const MAX_FILES = 3;
const TICK = "__nightshift_tick()";

/** What programs do when tests run with their own inputs and with varied ones. */
export type ObservedBehaviours = {
  /** What the base notes, by place. */
  readonly base: ReadonlyMap<string, string>;
  /** What each of the given programs notes, at the places that the base is stable in. */
  readonly programs: readonly ReadonlyMap<string, string>[];
};

/**
 * Runs the item's tests in a warm session with varied inputs and notes instead of assertions: for the base, and for each
 * program that is given as edits of it. Null where no test can be varied, or the base notes nothing. What the base notes
 * differently from one run to the next is left out. The same seed gives the same inputs.
 */
export async function observeBehaviours(
  programs: readonly (readonly OriginalFile[])[],
  task: Pick<BrainTask, "item" | "sandbox" | "seed">,
  { session, parser }: { readonly session: Pick<WarmSession, "observe">; readonly parser: SourceParser },
): Promise<ObservedBehaviours | null> {
  const tests = await amplifyTests(task, parser);
  if (tests.length === 0) return null;
  const counters = createFuelAdder(parser);
  const run = async (edits: readonly OriginalFile[]) => {
    const counted = edits.map(async (edit) => {
      const content = await counters.add(edit.path, edit.content);
      return { ...edit, content: content.replaceAll(TICK, scriptTurn) };
    });
    return join(await session.observe([...(await Promise.all(counted)), ...tests]));
  };
  const originals = await readBases(programs, task);
  const first = await run(originals);
  const second = await run(originals);
  const isStable = (place: string) => first.get(place) === second.get(place);
  const base = new Map([...first].filter(([place]) => isStable(place)));
  if (base.size === 0) return null;
  const observed: ReadonlyMap<string, string>[] = [];
  for (const edits of programs) {
    const notes = await run(edits);
    observed.push(new Map([...notes].filter(([place]) => isStable(place))));
  }
  return { base, programs: observed };
}

async function amplifyTests(
  { item, sandbox, seed }: Pick<BrainTask, "item" | "sandbox" | "seed">,
  parser: SourceParser,
): Promise<readonly OriginalFile[]> {
  const random = createRandom(seed);
  const files: OriginalFile[] = [];
  for (const path of item.files.slice(0, MAX_FILES)) {
    const original = await readOriginal(path, sandbox);
    const parsed = original === null ? null : await parser.parse(path, original.content);
    if (original === null || parsed?.status !== "parsed") continue;
    const content = planAmplified(parsed.source, { random });
    if (content !== null) files.push({ ...original, content });
  }
  return files;
}

/** The files that any program edits, as they are: the base has to run with the same counters. */
async function readBases(
  programs: readonly (readonly OriginalFile[])[],
  { sandbox }: Pick<BrainTask, "sandbox">,
): Promise<readonly OriginalFile[]> {
  const paths = [...new Set(programs.flat().map(({ path }) => path))];
  const files = await Promise.all(paths.map((path) => readOriginal(path, sandbox)));
  return files.filter((file) => file !== null);
}

/** All that was noted at one place as one text. */
function join(notes: Awaited<ReturnType<WarmSession["observe"]>>): ReadonlyMap<string, string> {
  return new Map(
    [...notes].map(([place, values]) => [
      place,
      values.map(({ type, text }) => `${type} ${text}`).join("; "),
    ]),
  );
}
