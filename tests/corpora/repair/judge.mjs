// Compares a candidate's tree with the good one, by behaviour: `judge.mjs <module folder> <candidate tree> <seed> <count>`.
// The module's `oracle.mjs` has `sample(module, random)`, which makes inputs, calls what is exported and returns all that
// can be seen of it. It is called `count` times on either side, each time with chance of its own. Prints one line of JSON.
// A candidate that never ends is the caller's to kill.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describeValue } from "./describe-value.mjs";

const [folder = "", candidateTree = "", seed = "1", count = "300"] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(resolve(path)).href);
const goodTree = join(folder, "tree");
const oracle = await load(join(folder, "oracle.mjs"));
const entry = oracle.entry ?? findEntry();

// Promises that nobody waits for may fail in a candidate as in the original.
process.on("unhandledRejection", () => {});
console.log(JSON.stringify(await compare()));
process.exit(0);

async function compare() {
  const good = await load(join(goodTree, entry));
  let candidate;
  try {
    candidate = await load(join(candidateTree, entry));
  } catch (error) {
    return { status: "different", cases: 0, first: `does not load: ${error}` };
  }
  for (let at = 0; at < Number(count); at += 1) {
    const expected = await observe(good, at);
    const actual = await observe(candidate, at);
    if (expected !== actual)
      return { status: "different", cases: at + 1, first: `${expected} became ${actual}`.slice(0, 500) };
  }
  return { status: "same", cases: Number(count) };
}

async function observe(module, at) {
  try {
    return await describeValue(await oracle.sample(module, createRandom(Number(seed) * 100_003 + at)));
  } catch (error) {
    return `threw ${describeError(error)}`;
  }
}

function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  // What the engine itself says of a mistake depends on how the code is written.
  const isOfEngine =
    error instanceof ReferenceError ||
    /is not (?:a function|iterable|defined|an? )|^Cannot |call stack|Invalid (?:array|string|count|time)/.test(
      error.message,
    );
  return isOfEngine ? error.name : `${error.name}: ${error.message}`;
}

function findEntry() {
  const sources = readdirSync(goodTree).filter(
    (name) => /\.[cm]?[jt]s$/.test(name) && !name.includes(".test."),
  );
  return sources.sort()[0];
}

/** Mulberry32, with what oracles draw. */
function createRandom(start) {
  let state = Math.imul(start, 0x9e3779b1) | 0;
  const float = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least, most) => least + Math.floor(float() * (most - least + 1));
  const pick = (items) => items[int(0, items.length - 1)];
  const list = (count, make) => Array.from({ length: count }, (_, at) => make(at));
  return {
    float,
    int,
    pick,
    list,
    chance: (probability) => float() < probability,
    text: (alphabet, length) => list(length, () => pick([...alphabet])).join(""),
    shuffle: (items) => {
      const left = [...items];
      return list(items.length, () => left.splice(int(0, left.length - 1), 1)[0]);
    },
  };
}
