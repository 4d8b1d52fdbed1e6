import { findFuel } from "../../brain/search/run/find-fuel.ts";
import type { WarmOutcome, WarmSession } from "../../brain/search/warm/warm-session.ts";
import { checkId } from "../../domain/gate.ts";
import { mutate } from "./choose-mutants.ts";
import type { TestFile } from "./measure-reach.ts";
import type { Mutant } from "./mutant.ts";
import type { OriginalSource } from "./read-sites.ts";

/** Files whose turns are counted to find out what the tests take. */
const MAX_FUELLED = 5;

/** A mutant with the test files that go through it. */
export type ReachedMutant = { readonly mutant: Mutant; readonly reaching: readonly TestFile[] };

/**
 * What a warm session can tell of mutants, in their order: `killed` by a test that fails, or out of fuel. Null: only the
 * gate itself can tell; that is so for whatever survives, and whatever does not load.
 */
export async function* runWarmMutants(
  mutants: readonly ReachedMutant[],
  originals: readonly OriginalSource[],
  session: WarmSession,
): AsyncGenerator<"killed" | "timed-out" | null, void, void> {
  const fuel = await findFuel(session, originals.slice(0, MAX_FUELLED));
  const requests = mutants.map(({ mutant, reaching }) => ({
    edits: mutate(
      originals.filter(({ path }) => path === mutant.path),
      mutant,
    ),
    fuel,
    checks: new Set(reaching.flatMap(({ expected }) => expected.map(({ id }) => id))),
  }));
  let at = 0;
  for await (const outcome of session.run(requests)) {
    yield readOutcome(outcome, mutants[at]?.reaching ?? []);
    at += 1;
  }
}

function readOutcome(outcome: WarmOutcome, reaching: readonly TestFile[]): "killed" | "timed-out" | null {
  // The test that used it up is shown as failing, and is no kill.
  if (outcome.status === "out-of-fuel") return "timed-out";
  if (outcome.status === "ended") return null;
  const expected = new Set(reaching.flatMap((file) => file.expected.map(({ id }) => id)));
  const isKilled = outcome.checks.some((check) => check.status === "failed" && expected.has(checkId(check)));
  return isKilled ? "killed" : null;
}
