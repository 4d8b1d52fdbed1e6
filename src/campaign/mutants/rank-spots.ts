import type { MutationReport, TriedMutant } from "./mutation-report.ts";

/** What a fault in the text of a message is worth against one in what is computed. */
const MESSAGE_SHARE = 0.2;
const messages = /^\s*(?:throw|raise|console\.|print\(|log(?:ger|ging)?[.(])/;

/** A mutant that no test sees, and from 0 to 1 how much that matters. */
export type Survivor = { readonly tried: TriedMutant; readonly weight: number };

/** A function, or what is outside of functions, with the faults that the tests do not see there. */
export type WeakSpot = {
  readonly path: string;
  /** "" outside of functions and where it has no name. */
  readonly name: string;
  /** Of the first survivor. */
  readonly line: number;
  readonly killed: number;
  /** What matters most first. */
  readonly survivors: readonly Survivor[];
  /** The survivors' weights together. */
  readonly weight: number;
};

/**
 * Where the tests are weak, the weakest first: by how likely each mistake is, and by how many of the test files go
 * through it and see nothing. Faults in the texts of messages matter little. Pure.
 */
export function rankSpots({
  tried,
  testFiles,
}: Pick<MutationReport, "tried" | "testFiles">): readonly WeakSpot[] {
  const spots: WeakSpot[] = [];
  const groups = Map.groupBy(tried, ({ mutant: { path, statement } }) => `${path} ${statement.owner}`);
  for (const group of groups.values()) {
    const survivors = group
      .filter(({ end }) => end === "survived")
      .map((one) => ({ tried: one, weight: weigh(one, testFiles.length) }))
      .toSorted((a, b) => b.weight - a.weight || a.tried.mutant.line - b.tried.mutant.line);
    const [first] = survivors;
    if (first === undefined) continue;
    const { path, statement } = first.tried.mutant;
    spots.push({
      ...{ path, name: statement.name, survivors },
      line: Math.min(...survivors.map((one) => one.tried.mutant.line)),
      killed: group.filter(({ end }) => end === "killed").length,
      weight: survivors.reduce((sum, one) => sum + one.weight, 0),
    });
  }
  return spots.toSorted(
    (a, b) => b.weight - a.weight || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line),
  );
}

function weigh({ mutant, reaching }: TriedMutant, testFiles: number): number {
  const isMessage = mutant.before.some((line) => messages.test(line));
  const reach = 0.5 + 0.5 * (reaching.length / Math.max(1, testFiles));
  return mutant.likelihood * reach * (isMessage ? MESSAGE_SHARE : 1);
}
