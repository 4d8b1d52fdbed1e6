import type { Meaning } from "./meaning.ts";

/** What an expression, a name or a member may mean, each found once. */
export type Memory = {
  /** What `compute` gives for `key`; `compute` may recall other keys, and itself, over any number of them. */
  recall(key: object, compute: () => readonly Meaning[]): readonly Meaning[];
  /** Whether the key was ever asked for. */
  has(key: object): boolean;
  /** Whether a bound was hit on the way to what the key means, so that more may be meant. */
  isCut(key: object): boolean;
  /** Computations so far. */
  readonly steps: number;
};

/** Bounds of a memory. What steps and names leave out is marked, never taken for harmless. */
export type MemoryLimits = {
  /** Computations inside each other; what is deeper is put off and found from the outermost one. */
  readonly maxDepth: number;
  /** Computations altogether; an ordinary file takes a few for each expression. */
  readonly maxSteps: number;
  /** Names from outside of the file that one expression may stand for. */
  readonly maxNames: number;
  /** Parts of the file that one expression may stand for. */
  readonly maxNodes: number;
};

const usualLimits: MemoryLimits = { maxDepth: 150, maxSteps: 500_000, maxNames: 64, maxNodes: 32 };

type Entry = {
  readonly compute: () => readonly Meaning[];
  meanings: readonly Meaning[];
  isOpen: boolean;
  /** When it was first met. */
  index: number;
  /** The index of the earliest computation without an end that it leads back to. */
  low: number;
  round: number;
  status: "new" | "waiting" | "final";
  isAsked: boolean;
  isCut: boolean;
};

/**
 * Finds meanings that depend on each other, also in circles: what a circle means is the smallest answer that holds for
 * all of it, found by going round until nothing is added (Tarjan's strongly connected components, each a least fixed
 * point). Every computation outside of circles runs once.
 */
export function createMemory(limits: Partial<MemoryLimits> = {}): Memory {
  const { maxDepth, maxSteps, maxNames, maxNodes } = { ...usualLimits, ...limits };
  const entries = new Map<object, Entry>();
  const open: Entry[] = [];
  const waiting: Entry[] = [];
  const later = new Set<Entry>();
  const late = new Set<Entry>();
  let steps = 0;
  let rounds = 0;
  let round = 0;
  let growths = 0;

  function recall(key: object, compute: () => readonly Meaning[]): readonly Meaning[] {
    const entry = entries.get(key) ?? {
      compute,
      meanings: [],
      isOpen: false,
      index: Number.POSITIVE_INFINITY,
      low: Number.POSITIVE_INFINITY,
      round: -1,
      status: "new" as const,
      isAsked: false,
      isCut: false,
    };
    entries.set(key, entry);
    const asker = open.at(-1);
    const { isOpen } = entry;
    if (isOpen) entry.isAsked = true;
    else if (entry.status === "new" || (entry.status === "waiting" && entry.round !== round)) {
      if (open.length < maxDepth) settle(entry);
      else putOff(entry);
    }
    if (asker !== undefined && entry.status !== "final")
      asker.low = Math.min(asker.low, isOpen ? entry.index : entry.low);
    if (asker !== undefined && entry.isCut) asker.isCut = true;
    return entry.meanings;
  }

  /** Whoever asks sees what is known so far, and waits for the outermost computation, which sees to the rest. */
  function putOff(entry: Entry): void {
    entry.isAsked = true;
    entry.low = open[0]?.index ?? 0;
    later.add(entry);
    late.add(entry);
  }

  function settle(entry: Entry): void {
    const isFirst = entry.status === "new";
    const growthsBefore = growths;
    run(entry);
    if (open.length === 0) catchUp(entry, later);
    if (!isFirst || entry.status === "new") return;
    const isClosed = () => entry.low >= entry.index;
    // Who asked while this was open has seen too little when it grew afterwards.
    for (let seen = growthsBefore; isClosed() && seen !== growths; ) {
      seen = growths;
      const outer = round;
      rounds += 1;
      round = rounds;
      for (const member of waiting.slice(waiting.lastIndexOf(entry))) member.low = entry.index;
      // The deepest first, so that one round brings what they mean all the way up.
      if (open.length === 0) catchUp(entry, [...late].reverse());
      run(entry);
      if (open.length === 0) catchUp(entry, later);
      round = outer;
    }
    if (isClosed()) finish(waiting.splice(waiting.lastIndexOf(entry)));
    if (open.length === 0) late.clear();
  }

  function catchUp(root: Entry, entries: Iterable<Entry>): void {
    root.isOpen = true;
    open.push(root);
    for (const entry of entries) {
      later.delete(entry);
      if (entry.status !== "final" && entry.round !== round) settle(entry);
      if (entry.isCut) root.isCut = true;
    }
    open.pop();
    root.isOpen = false;
  }

  function run(entry: Entry): void {
    if (steps >= maxSteps) {
      entry.isCut = true;
      return;
    }
    steps += 1;
    entry.isCut = false;
    if (entry.status === "new") {
      entry.status = "waiting";
      waiting.push(entry);
      entry.index = steps;
      entry.low = steps;
    }
    entry.round = round;
    entry.isOpen = true;
    open.push(entry);
    const found = entry.compute();
    open.pop();
    entry.isOpen = false;
    const before = entry.meanings.length;
    if (before === 0 && found.length === 1) entry.meanings = found;
    else if (found !== entry.meanings) add(entry, found);
    if (entry.isAsked && entry.meanings.length > before) growths += 1;
  }

  /** What was once found stays, so that going round comes to an end. */
  function add(entry: Entry, found: readonly Meaning[]): void {
    if (found.length === 0) return;
    const known = new Set(entry.meanings.map(identify));
    const counts = { name: 0, node: 0 };
    for (const { kind } of entry.meanings) counts[kind] += 1;
    const fresh = found.filter((meaning) => {
      if (known.has(identify(meaning))) return false;
      known.add(identify(meaning));
      counts[meaning.kind] += 1;
      return counts[meaning.kind] <= (meaning.kind === "name" ? maxNames : maxNodes);
    });
    if (counts.name > maxNames) entry.isCut = true;
    if (fresh.length > 0) entry.meanings = [...entry.meanings, ...fresh];
  }

  function finish(members: readonly Entry[]): void {
    const isCut = members.some((member) => member.isCut);
    for (const member of members) {
      member.status = "final";
      member.isCut = isCut;
    }
  }

  return {
    recall,
    has: (key) => entries.has(key),
    isCut: (key) => entries.get(key)?.isCut ?? false,
    get steps() {
      return steps;
    },
  };
}

function identify(meaning: Meaning): unknown {
  return meaning.kind === "name" ? meaning.name : meaning.node;
}
